/**
 * Folding for comparison: two spellings that a reader takes for the same word fold to the same text. Used for tags,
 * headlines and names of regions; never shown.
 */

/** Marks that change the look of a word and not the word: accents, Hebrew points, Arabic vowels and hamza, tatweel. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0621]/g;

/** Joiners, direction marks, soft hyphen and the like. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** One letter or digit that is written in several ways. */
const SAME: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  '’': "'",
  ʼ: "'",
};
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const VARIANTS = /[يىكةۃہھەøłđı’ʼ]/g;
const PLAIN = /^[\x20-\x7e]*$/;

// In each of the three blocks the ten digits stand in order from a code point whose last hexadecimal digit is 0 or 6.
const digit = (other: string): string => {
  const low = (other.codePointAt(0) ?? 0) & 0xf;
  return String(other >= '\u0966' ? low - 6 : low);
};

/** Compatibility forms, case, accents, Arabic and Persian letter forms and digits, and spaces made one. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/ +/g, ' ').trim();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(MARKS, '')
    .replace(VARIANTS, (letter) => SAME[letter] ?? letter)
    .replace(OTHER_DIGITS, digit)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
