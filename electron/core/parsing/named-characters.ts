import { scanHtml } from './scan-html';

/** The names remembered are bounded, so that no feed fills the memory with invented ones. */
const MOST_REMEMBERED = 5_000;
const remembered = new Map<string, string | null>();

/** What HTML means by `&name;`; null when it means nothing. */
export function namedCharacter(name: string): string | null {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const character = lookUp(`&${name};`);
  if (remembered.size < MOST_REMEMBERED) remembered.set(name, character);
  return character;
}

function lookUp(reference: string): string | null {
  let decoded = '';
  let end = 0;
  const ontextentity = (code: number, endIndex: number): void => {
    decoded += String.fromCodePoint(code);
    end = endIndex;
  };
  scanHtml(reference, { ontextentity }, true);
  // HTML also takes beginnings of names ("&notit;" is "¬it;"), which XML does not.
  return end === reference.length ? decoded : null;
}
