/** What XML 1.0 §2.2 does not allow in a document, and the C1 controls, which it allows and nobody means. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]+/g;

/** Windows-1252 at 0x80–0x9F; "\ufffd" where it has nothing. */
const WINDOWS_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Removes control characters; C1 controls become the Windows-1252 characters that were meant. */
export function cleanCharacters(text: string): string {
  // A hostile text may have millions, and a call for each of them takes seconds.
  return countUpTo(text, MANY) < MANY ? text.replace(UNWANTED, meantByRun) : withoutControls(text);
}

const MANY = 10_000;

function countUpTo(text: string, most: number): number {
  UNWANTED.lastIndex = 0;
  let count = 0;
  while (count < most && UNWANTED.test(text)) count++;
  return count;
}

/** The same without what C1 controls were meant to be: nobody writes so many. */
function withoutControls(text: string): string {
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isControl = unit < 0x20 ? unit !== 0x09 && unit !== 0x0a && unit !== 0x0d : unit >= 0x7f && unit <= 0x9f;
    if (!isControl && unit < 0xfffe) units[length++] = unit;
  }
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
}

/** The character of a numeric reference such as `&#8217;`: empty for a control, U+FFFD for what is no character. */
export function characterOf(code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return cleanCharacters(String.fromCodePoint(code));
}

/** In runs: a call for each of many million NULs takes all the memory there is. */
function meantByRun(run: string): string {
  let text = '';
  for (let at = 0; at < run.length; at++) text += meant(run.charCodeAt(at));
  return text;
}

function meant(code: number): string {
  const character = WINDOWS_1252[code - 0x80];
  return code < 0x80 || character === undefined || character === '\ufffd' ? '' : character;
}
