/**
 * Where a webhook may go: to hosts of the public internet over HTTPS. Whoever may set one must not reach through this
 * program what only this machine reaches: the database, the metadata of a cloud, a printer. Names are looked up once,
 * every address is judged, and the connection goes to the very address that was judged. A setting names the hosts of
 * the own network that are meant all the same.
 */
import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { DomainError } from '#event-sourcing/decider.js';

/** The host resolves to an address that is not public: nothing was sent. */
export class AddressNotPublic extends Error {
  override readonly name = 'AddressNotPublic';
  readonly code = 'ADDRESS_NOT_PUBLIC';
}

/**
 * Unicast addresses of the internet; what stands for another address is judged by that one. The rest is loopback,
 * private, link-local, carrier-grade NAT, documentation, benchmarks, multicast, relays and what is not given out.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  // Also takes an IPv4 address out of its IPv6 form.
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  // IPv6 is given out from 2000::/3; ::a.b.c.d once stood for an IPv4 address.
  return (
    address.kind() === 'ipv4' ||
    (address as ipaddr.IPv6).match(ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number])
  );
}

export type AllowedHosts = ReadonlySet<string>;

/** @throws DomainError WEBHOOK_URL_INVALID */
export function readWebhookUrl(text: string, allowed: AllowedHosts): URL {
  if (!URL.canParse(text)) throw invalid('Không phải là địa chỉ.', 'Not an address.');
  const url = new URL(text);
  if (url.username || url.password)
    throw invalid('Không đặt tên, mật khẩu trong địa chỉ.', 'No user or password in it.');
  const host = hostOf(url);
  if (allowed.has(host) && /^https?:$/.test(url.protocol)) return url;
  if (url.protocol !== 'https:') throw invalid('Phải bắt đầu bằng https://.', 'It must begin with https://.');
  const inner = isIP(host) ? !isPublicAddress(host) : INNER_NAME.test(host) || !host.includes('.');
  if (inner) throw invalid('Không được trỏ vào mạng nội bộ.', 'It must not lead into the internal network.');
  return url;
}

/** Names that never leave a network. */
const INNER_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)\.?$/;

/** Without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

const invalid = (vi: string, en: string) => new DomainError('WEBHOOK_URL_INVALID', vi, en, 'url');

/** For a connection: finds the addresses of a host and hands on those that may be connected to, or none. */
export function guardedLookup(
  allowed: AllowedHosts,
  lookup: typeof systemLookup = systemLookup,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      // One address that is not public spoils the name: it is up to something.
      const wrong = found.find(({ address }) => !isPublicAddress(address));
      const [first] = found;
      if (!first || (wrong && !allowed.has(hostname.toLowerCase()))) {
        return callback(new AddressNotPublic(`${hostname} is ${wrong?.address ?? 'nowhere'}`), '', 0);
      }
      if (options.all) return callback(null, found);
      return callback(null, first.address, first.family);
    });
  };
}
