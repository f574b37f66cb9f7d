#!/usr/bin/env bash
# An authority of the cluster's own and a certificate for each node, made once.
set -euo pipefail
cd /certs
if [ ! -f ca/ca.crt ]; then
  es-gencert-cli create-ca -out ./ca
fi
for node in node1 node2 node3; do
  if [ ! -f "$node/node.crt" ]; then
    es-gencert-cli create-node -ca-certificate ./ca/ca.crt -ca-key ./ca/ca.key -out "./$node" \
      -ip-addresses 127.0.0.1 -dns-names "$node,localhost"
  fi
  # Both images run as user 1000; each node reads its own key, everybody the certificates.
  chown -R 1000:1000 "$node"
  chmod 755 "$node"
  chmod 644 "$node/node.crt"
  chmod 400 "$node/node.key"
done
# Nobody needs the authority's key to run; it stays for a further node.
chmod 755 ca
chmod 644 ca/ca.crt
chmod 400 ca/ca.key
