import { httpDate } from './http-date';

const SECONDS = /^\d{1,9}$/;

/** Milliseconds to wait by a Retry-After header, seconds or HTTP date (RFC 9110, 10.2.3); null where it says neither. */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) return Number(text) * 1_000;
  const until = httpDate(text);
  return until === null ? null : Math.max(0, until - now);
}
