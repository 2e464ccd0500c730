const LONGEST = 8_000;
/** Gives `//host/path` its protocol where the page has no address. */
const NOWHERE = 'https://page.invalid';

export const WEB: ReadonlySet<string> = new Set(['http:', 'https:']);
export const WEB_OR_MAIL: ReadonlySet<string> = new Set([...WEB, 'mailto:']);

/**
 * The address in full, resolved on `base` (WHATWG URL), without user name and password; null when it is none, or not of
 * these schemes.
 */
export function absolute(address: string, base: string | null, schemes: ReadonlySet<string>): string | null {
  const text = address.trim();
  if (text === '' || text.length > LONGEST) return null;
  const from = base ?? (text.startsWith('//') ? NOWHERE : undefined);
  if (!URL.canParse(text, from)) return null;
  const url = new URL(text, from);
  if (!schemes.has(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}
