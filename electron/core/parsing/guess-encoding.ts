import chardet from 'chardet';

/** How much of a feed is looked at for a guess. */
const SAMPLE_BYTES = 65_536;
/**
 * What texts in a language were written in before UTF-8, most telling first: the defaults that browsers have for the
 * readers of each (Encoding Standard and HTML, "determining the character encoding").
 */
const ENCODINGS = new Map([
  ['ar', ['windows-1256']],
  ['bg', ['windows-1251']],
  ['cs', ['windows-1250']],
  ['el', ['windows-1253']],
  ['et', ['windows-1257']],
  ['fa', ['windows-1256']],
  ['he', ['windows-1255']],
  ['hr', ['windows-1250']],
  ['hu', ['iso-8859-2']],
  ['ja', ['euc-jp', 'shift_jis']],
  ['ko', ['euc-kr']],
  ['lt', ['windows-1257']],
  ['lv', ['windows-1257']],
  ['mk', ['windows-1251']],
  ['pl', ['iso-8859-2']],
  ['ps', ['windows-1256']],
  ['ru', ['windows-1251']],
  ['sk', ['windows-1250']],
  ['sl', ['iso-8859-2']],
  ['th', ['windows-874']],
  ['tr', ['windows-1254']],
  ['uk', ['windows-1251']],
  ['ur', ['windows-1256']],
  ['vi', ['windows-1258']],
  ['zh-hk', ['big5']],
  ['zh-tw', ['big5']],
  ['zh', ['gb18030']],
]);
const LANGUAGE =
  /<(?:dc:)?language[^>]{0,100}>\s*(?:<!\[CDATA\[\s*)?([a-z]{2}(?:[-_][a-z]{2})?)\b|\blang\s*=\s*["']([a-z]{2}(?:[-_][a-z]{2})?)\b/i;

/**
 * The encodings to try, likeliest first, for a feed that names none and is no UTF: what the language that it gives was
 * usually written in, else what its letters look like.
 */
export function guessEncodings(bytes: Uint8Array): readonly string[] {
  const length = Math.min(bytes.byteLength, SAMPLE_BYTES);
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
  const [, element, attribute] = LANGUAGE.exec(sample) ?? [];
  const language = (element ?? attribute ?? '').toLowerCase().replace('_', '-');
  return ENCODINGS.get(language) ?? ENCODINGS.get(language.slice(0, 2)) ?? guessByLetters(sample);
}

/** Without the tags, whose letters would make every language look like English. */
function guessByLetters(sample: string): string[] {
  const letters = Buffer.from(sample.replace(/<[^<>]*>/g, ' '), 'latin1');
  const guess = chardet.detect(letters);
  return guess === null ? [] : [guess];
}
