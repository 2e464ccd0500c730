/**
 * What a reader may set about how feeds are fetched: the way to the network, and headers of a feed's own. Passwords are
 * in none of it, since settings are plain text on disk.
 */
import * as v from 'valibot';

/** A field name (RFC 9110, 5.1): a token. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
/** A field value (RFC 9110, 5.5) without its obsolete bytes: visible ASCII, blanks and tabs only between. */
const FIELD_VALUE = /^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/;
/** What belongs to the connection, the body or the way there (RFC 9110, 7.2, 7.6, 8.6, 11.7), or is Caravan's to say. */
const RESERVED = new Set([
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie2',
  'date',
  'expect',
  'host',
  'http2-settings',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'keep-alive',
  'origin',
  'range',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);
const isReserved = (name: string): boolean => RESERVED.has(name.toLowerCase()) || /^(?:proxy|sec)-/i.test(name);

const FieldName = v.pipe(
  v.string(),
  v.regex(TOKEN, 'is no name of a header'),
  v.check((name) => !isReserved(name), 'is a header that only Caravan sets'),
);
const FieldValue = v.pipe(v.string(), v.maxLength(8_192), v.regex(FIELD_VALUE, 'is no value of a header'));

/** Names that a record would pass over in silence, since every object has something under them. */
const UNFIT = ['__proto__', 'prototype', 'constructor'];
const Fit = v.custom<Record<string, unknown>>(
  (input) => typeof input === 'object' && input !== null && !UNFIT.some((name) => Object.hasOwn(input, name)),
  'has a name that is no name of a header',
);

/**
 * The reader's own headers for one feed, such as Cookie, Authorization or User-Agent; they take the place of Caravan's.
 * Names are compared without case and may occur once.
 */
export const FeedHeaders = v.pipe(
  Fit,
  v.record(FieldName, FieldValue),
  v.check((headers) => Object.keys(headers).length <= 20, 'are more than 20 headers'),
  v.check(hasEachOnce, 'name a header twice'),
);
export type FeedHeaders = v.InferOutput<typeof FeedHeaders>;

function hasEachOnce(headers: Record<string, string>): boolean {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  return new Set(names).size === names.length;
}

/** A host name or IP address, as a URL would have it between the slashes; IPv6 with or without its brackets. */
const ProxyHost = v.pipe(v.string(), v.trim(), v.maxLength(255), v.check(isHost, 'is no host'));

function isHost(host: string): boolean {
  if (/[\s/?#@\\]/.test(host)) return false;
  const isBare = host.includes(':') && !host.startsWith('[');
  const address = `http://${isBare ? `[${host}]` : host}`;
  // A port beside the host would be read too: 80 unseen, since it is what http has anyway.
  return URL.canParse(address) && (!address.includes('[') || address.endsWith(']'));
}

/**
 * The way to the network: the system's (its proxy or PAC), none at all, or one proxy for everything. `username` is null
 * for a proxy that asks for none; its password is kept elsewhere, encrypted.
 */
export const ProxySetting = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['system', 'direct']) }),
  v.strictObject({
    kind: v.picklist(['http', 'socks5']),
    host: ProxyHost,
    port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
    // RFC 1929 counts a name in one byte; RFC 7617 ends it at a colon.
    username: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(255), v.regex(/^[^:\p{Cc}]+$/u))),
  }),
]);
export type ProxySetting = v.InferOutput<typeof ProxySetting>;

export const SYSTEM_PROXY: ProxySetting = { kind: 'system' };
