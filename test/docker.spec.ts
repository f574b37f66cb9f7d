/** The compose files as files: they can be read, fit together, and name settings that the program knows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'docker');
/** As Compose reads it: YAML 1.2 with merge keys. */
const SCHEMA = CORE_SCHEMA.withTags([mergeTag]);

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

const read = (file: string) =>
  load(readFileSync(path.join(FOLDER, file), 'utf8'), { schema: SCHEMA }) as Compose;
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
/** Services that run this program, by the settings they get. */
const ours = ({ services }: Compose) =>
  Object.entries(services).filter(([, { environment }]) => environment && 'DATABASE_URL' in environment);

/** Every name that a program of ours reads from its environment. */
function knownSettings(): Set<string> {
  const known = new Set<string>();
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  );
  for (const file of files) {
    if (!/\.ts$/.test(file) || /\.spec\.ts$/.test(file)) continue;
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    for (const [, name] of text.matchAll(/\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\b/g)) {
      if (text.includes('env')) known.add(name as string);
    }
  }
  return known;
}

describe.each(FILES)('docker/%s', (file) => {
  const compose = read(file);

  it('gives the program settings that it knows', () => {
    const known = knownSettings();
    expect(ours(compose).length).toBeGreaterThan(1);
    const unknown = ours(compose).flatMap(([service, { environment }]) =>
      Object.keys(environment ?? {})
        .filter((name) => !known.has(name) && name !== 'DATA_DIR')
        .map((name) => `${service}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('names services, volumes and files that are there', () => {
    const missing: string[] = [];
    for (const [name, { depends_on = {}, volumes = [], command = [] }] of Object.entries(compose.services)) {
      missing.push(...Object.keys(depends_on).filter((other) => !(other in compose.services)));
      for (const from of volumes.map((volume) => volume.split(':')[0] as string)) {
        const there = from.startsWith('.')
          ? existsSync(path.join(FOLDER, from))
          : from in (compose.volumes ?? {});
        if (!there) missing.push(`${name}: ${from}`);
      }
      const program = command.find((part) => part.startsWith('dist/'));
      const source = program?.replace(/^dist\//, '').replace(/\.js$/, '.ts');
      if (source && !existsSync(path.join(ROOT, source))) missing.push(`${name}: ${source}`);
    }
    expect(missing).toEqual([]);
  });

  it('listens where the other containers can reach it', () => {
    const apis = ours(compose).filter(([name]) => name.startsWith('api'));
    expect(apis.map(([, { environment }]) => environment?.['HOST'])).toEqual(apis.map(() => '0.0.0.0'));
  });

  it('names no host of a registry', () => {
    const images = Object.values(compose.services).flatMap(({ image }) => (image ? [image] : []));
    expect(images.filter((image) => /^[^/]*[.:][^/]*\//.test(image.replace(/\$\{\w+:-/, '')))).toEqual([]);
  });
});

describe('the cluster', () => {
  const { services } = read('compose.cluster.yaml');
  const nodes = ['node1', 'node2', 'node3'];

  it('has nodes that gossip with the two others, each under its own name and certificate', () => {
    for (const name of nodes) {
      const environment = services[name]?.environment ?? {};
      const others = nodes.filter((other) => other !== name).map((other) => `${other}:2113`);
      expect(environment).toMatchObject({
        EVENTSTORE_CLUSTER_SIZE: nodes.length,
        EVENTSTORE_GOSSIP_SEED: others.join(','),
        EVENTSTORE_NODE_HOST_ADVERTISE_AS: name,
        EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS: name,
        EVENTSTORE_CERTIFICATE_FILE: `/certs/${name}/node.crt`,
      });
      expect(readFileSync(path.join(FOLDER, 'cluster/make-certificates.sh'), 'utf8')).toContain(name);
    }
  });

  it('has every process of the program point at all nodes, over TLS, and two of each kind', () => {
    const programs = ours({ services });
    expect(programs.map(([name]) => name).sort()).toEqual(['api-1', 'api-2', 'worker-1', 'worker-2']);
    for (const [, { environment }] of programs) {
      expect(environment?.['EVENT_STORE']).toMatch(
        /^esdb:\/\/admin:\$\{[^}]+\}@node1:2113,node2:2113,node3:2113\?tls=true&tlsCAFile=\/certs\/ca\/ca\.crt$/,
      );
    }
  });

  it('has a proxy in front of both API processes that repeats no command', () => {
    const conf = readFileSync(path.join(FOLDER, 'cluster/nginx.conf'), 'utf8');
    const upstreams = [...conf.matchAll(/server (\S+):3000/g)].map(([, name]) => name);
    expect(upstreams).toEqual(Object.keys(services).filter((name) => name.startsWith('api-')));
    expect(conf).toContain('proxy_next_upstream error timeout http_502 http_503;');
    expect(conf).not.toContain('non_idempotent');
  });
});
