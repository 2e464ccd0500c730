import { BlockList, isIP, isIPv6 } from 'node:net';
import { Fault } from '../../contract/failures';

/**
 * IPv4 networks that are not the internet (RFC 6890). Not among them 198.18.0.0/15: proxies that take over the whole
 * system answer every name with an address of it, and no router or printer has one.
 */
const PRIVATE_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
];
/** Unspecified, loopback, unique local, link and site local, multicast; and the dead tunnels Teredo and 6to4. */
const PRIVATE_V6: [string, number][] = [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['2001::', 32],
  ['2002::', 16],
];
/** Where an IPv6 address carries an IPv4 one at its end: IPv4-compatible, NAT64 (RFC 6052, 8215). Node knows ::ffff:0:0/96. */
const CARRIERS = ['::', '64:ff9b::', '64:ff9b:1::'];

const PRIVATE = new BlockList();
for (const [network, bits] of PRIVATE_V4) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
  for (const carrier of CARRIERS) PRIVATE.addSubnet(carrier + network, 96 + bits, 'ipv6');
}
for (const [network, bits] of PRIVATE_V6) PRIVATE.addSubnet(network, bits, 'ipv6');

/** What Iran's filter answers for a name that it blocks (Aryan, Aryan and Halderman, FOCI 2013). */
const SINKS = new Set(['10.10.34.34', '10.10.34.35', '10.10.34.36']);

/** Names of one's own computer and network: RFC 6761, 6762, 8375, and what ICANN keeps out of the public tree. */
const PRIVATE_NAME = /^(?:[^.]+|(?:.+\.)?(?:localhost|local|internal|home\.arpa|lan|home|corp|intranet|private))$/;
const LOOPBACK_NAME = /^(?:.+\.)?localhost$/;
const LOOPBACK_ADDRESS = /^(?:127\.|::1$)/;

/** The host of a URL as a name or a bare IP address; `URL` itself has read decimal, octal and hexadecimal spellings. */
const bare = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** True for a URL's host that is an IP address, and not a name. */
export const isAddress = (hostname: string): boolean => isIP(bare(hostname)) !== 0;

/** True for an IP address of this computer, its network or no network at all. */
export function isPrivateAddress(address: string): boolean {
  const [withoutZone = ''] = address.split('%');
  return PRIVATE.check(withoutZone, isIPv6(withoutZone) ? 'ipv6' : 'ipv4');
}

/** True for a URL's host that is private as it stands, without asking what it resolves to. */
export function isPrivateHost(hostname: string): boolean {
  const host = bare(hostname);
  return isIP(host) ? isPrivateAddress(host) : PRIVATE_NAME.test(host);
}

/** True for the names and addresses by which this computer means itself. */
export function isLoopback(hostname: string): boolean {
  const host = bare(hostname);
  return isIP(host) ? LOOPBACK_ADDRESS.test(host) : LOOPBACK_NAME.test(host);
}

/**
 * What is wrong with the addresses that a public name resolves to: the Fault `blocked` for the answer of a filter,
 * `private-address` when one of them is not on the internet, else null.
 */
export function faultyAnswer(host: string, addresses: readonly string[]): Fault | null {
  const address = addresses.find((each) => SINKS.has(each)) ?? addresses.find(isPrivateAddress);
  if (address === undefined) return null;
  return new Fault(SINKS.has(address) ? 'blocked' : 'private-address', { host, address });
}
