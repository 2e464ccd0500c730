/** What XML 1.0 §2.2 does not allow in a document, and the C1 controls, which it allows and nobody means. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]+/g;

/** Windows-1252 at 0x80–0x9F; "\ufffd" where it has nothing. */
const WINDOWS_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Removes control characters; C1 controls become the Windows-1252 characters that were meant. */
export function cleanCharacters(text: string): string {
  return text.replace(UNWANTED, meantByRun);
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
