import { httpDate } from './http-date';

const LONGEST_MS = 30 * 24 * 3_600_000;
/** A directive with its argument as a token or quoted string (RFC 9111, 5.2). */
const DIRECTIVE = /([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,"]*)))?/gi;

/**
 * For how many milliseconds an answer says that it stays as it is (RFC 9111, 4.2), from 0 to 30 days; null where it says
 * nothing. `s-maxage` counts where there is no `max-age`: it is no command to us, but the publisher's word all the same.
 */
export function freshMs(headers: Headers, now: number): number | null {
  const directives = cacheControl(headers.get('cache-control') ?? '');
  if (directives.has('no-cache') || directives.has('no-store')) return 0;
  const lifetime =
    secondsOf(directives.get('max-age')) ?? secondsOf(directives.get('s-maxage')) ?? untilExpiry(headers, now);
  if (lifetime === null) return null;
  const age = secondsOf(headers.get('age')?.trim()) ?? 0;
  return Math.min(Math.max(0, lifetime - age), LONGEST_MS);
}

/** Names in lower case; of one that is said twice the first counts (RFC 9111, 4.2.1). */
function cacheControl(header: string): Map<string, string> {
  const directives = new Map<string, string>();
  for (const [, name = '', quoted, token = ''] of header.matchAll(DIRECTIVE)) {
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, quoted ?? token);
  }
  return directives;
}

const secondsOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) * 1_000 : null;

/** By the server's own clock where it says so; what is no date, such as 0, has expired (RFC 9111, 5.3). */
function untilExpiry(headers: Headers, now: number): number | null {
  const expires = headers.get('expires');
  if (expires === null) return null;
  const until = httpDate(expires.trim());
  return until === null ? 0 : until - (httpDate(headers.get('date')?.trim() ?? '') ?? now);
}
