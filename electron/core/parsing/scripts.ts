/** Blocks of letters by the ISO 15924 code of their script, in the order of Unicode; `Kana` stands for both of them. */
const BLOCKS = [
  [0x0041, 0x024f, 'Latn'],
  [0x0370, 0x03ff, 'Grek'],
  [0x0400, 0x052f, 'Cyrl'],
  [0x0531, 0x058f, 'Armn'],
  [0x0591, 0x05f4, 'Hebr'],
  [0x0620, 0x06ff, 'Arab'],
  [0x0700, 0x074f, 'Syrc'],
  [0x0750, 0x077f, 'Arab'],
  [0x0780, 0x07bf, 'Thaa'],
  [0x07c0, 0x07ff, 'Nkoo'],
  [0x08a0, 0x08ff, 'Arab'],
  [0x0900, 0x097f, 'Deva'],
  [0x0980, 0x09ff, 'Beng'],
  [0x0a00, 0x0a7f, 'Guru'],
  [0x0a80, 0x0aff, 'Gujr'],
  [0x0b00, 0x0b7f, 'Orya'],
  [0x0b80, 0x0bff, 'Taml'],
  [0x0c00, 0x0c7f, 'Telu'],
  [0x0c80, 0x0cff, 'Knda'],
  [0x0d00, 0x0d7f, 'Mlym'],
  [0x0d80, 0x0dff, 'Sinh'],
  [0x0e00, 0x0e7f, 'Thai'],
  [0x0e80, 0x0eff, 'Laoo'],
  [0x0f00, 0x0fff, 'Tibt'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1800, 0x18af, 'Mong'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x3041, 0x30ff, 'Kana'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7a3, 'Hang'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
] as const;

export type Script = (typeof BLOCKS)[number][2];

const MOST_LETTERS = 120;
const MOST_CHARACTERS = 400;
const FEWEST_LETTERS = 8;

/**
 * The script that a text is written in, by its first 120 letters; null when there are hardly any, or none makes up three
 * fifths. Han with a tenth of kana is Japanese writing (`Kana`), with more Hangul than Han Korean.
 */
export function mainScript(text: string): Script | null {
  const counts = new Map<Script, number>();
  let letters = 0;
  for (let at = 0; at < text.length && at < MOST_CHARACTERS && letters < MOST_LETTERS; at++) {
    const script = scriptOf(text.charCodeAt(at));
    if (script === null) continue;
    counts.set(script, (counts.get(script) ?? 0) + 1);
    letters++;
  }
  const count = (script: Script): number => counts.get(script) ?? 0;
  const eastern = count('Hani') + count('Kana') + count('Hang');
  // A character of East Asia says as much as two letters or three.
  if (eastern >= FEWEST_LETTERS / 2 && eastern * 2 > letters - eastern) {
    if (count('Hang') > count('Hani')) return 'Hang';
    return count('Kana') * 10 >= eastern ? 'Kana' : 'Hani';
  }
  if (letters < FEWEST_LETTERS) return null;
  for (const [script, number] of counts) if (number * 5 >= letters * 3) return script;
  return null;
}

function scriptOf(code: number): Script | null {
  if (code < 0x80) return (code | 32) >= 97 && (code | 32) <= 122 ? 'Latn' : null;
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return null;
  let [low, high] = [0, BLOCKS.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last, script] = BLOCKS[middle] ?? BLOCKS[0];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return script;
  }
  return null;
}
