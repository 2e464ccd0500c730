import querystring from 'node:querystring';
import { Fault } from '../../contract/failures';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const FEED_SCHEME = /^(?:feed|rss):/i;
const HOST_AND_PORT = /^[^/?#:@]+:\d{1,5}(?:[/?#]|$)/;
const BARE_NUMBER = /^(?:\d+|0x[\da-f]+)(?:[/?#:]|$)/i;
const IP_ADDRESS = /^(?:\[.*\]|\d{1,3}(?:\.\d{1,3}){3})$/;
/** Up to the last @: in what is no URL, a password may have any character. */
const CREDENTIALS = /^((?:[a-z][a-z0-9+.-]*:)?\/\/)?.*@/is;

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);

/** True for the two protocols that Caravan speaks. */
export const isWeb = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';

/** The URL, or the text that is none, without user name and password: for messages and logs. */
export function printable(url: string): string {
  const parsed = parse(url);
  if (!parsed?.host) return url.replace(CREDENTIALS, '$1…@');
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

/** The user name and password in a URL, decoded; both are empty when there are none. */
export const loginIn = ({ username, password }: URL): { username: string; password: string } => ({
  username: querystring.unescape(username),
  password: querystring.unescape(password),
});

/** Whether what one server may hear may be sent to another address: the same host and port, and no less safe. */
export const mayHearSame = (from: URL, to: URL): boolean =>
  to.host === from.host && (to.protocol === 'https:' || from.protocol === 'http:');

/**
 * What a reader types as an absolute http(s) URL without fragment (WHATWG URL). `feed:` and `rss:` fall away; without a
 * scheme it is https, or http for localhost and IP addresses. Credentials stay: print it through {@link printable} only.
 * Throws the Fault `not-an-address`.
 */
export function webAddress(text: string): string {
  const typed = text.trim();
  const address = typed.replace(FEED_SCHEME, '').replace(/^\/\//, '');
  const url = /\s/.test(address) ? null : hasScheme(address) ? parse(address) : guessed(address);
  if (!url || !isWeb(url)) throw new Fault('not-an-address', { address: printable(typed).slice(0, 200) });
  url.hash = '';
  return url.href;
}

const hasScheme = (address: string): boolean => SCHEME.test(address) && !HOST_AND_PORT.test(address);

/** A word or number alone is a slip of the keyboard, and one's own computer rarely has a certificate. */
function guessed(address: string): URL | null {
  const url = parse(`https://${address}`);
  if (!url || BARE_NUMBER.test(address)) return null;
  const host = url.hostname;
  if (host === 'localhost' || host.endsWith('.localhost') || IP_ADDRESS.test(host)) return parse(`http://${address}`);
  return host.includes('.') ? url : null;
}
