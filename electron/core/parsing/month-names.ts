/** Languages whose feeds are known, or likely, to name months in their dates. */
const LANGUAGES = [
  ...['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'ro', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'hu', 'el', 'bg', 'ru', 'uk'],
  ...['tr', 'az', 'ar', 'ar-SY', 'ar-MA', 'fa', 'ur', 'ps', 'he', 'hi', 'id'],
];
const ENGLISH = 'january february march april may june july august september october november december'.split(' ');

let others: Map<string, number> | null = null;

/** The month, 0 to 11, that a word or pair of words names in any of the languages, long or short; else null. */
export function monthNamed(words: string): number | null {
  const word = words.toLowerCase();
  const english = word.length < 3 ? -1 : ENGLISH.findIndex((month) => month.startsWith(word));
  if (english >= 0) return english;
  others ??= namesOfAll();
  return others.get(fold(words)) ?? null;
}

/** Made on first need: it takes the better part of a tenth of a second. */
function namesOfAll(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      // Alone and beside a day: many languages decline the name.
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { month, day, timeZone: 'UTC' });
        for (let index = 0; index < 12; index++) addName(names, format, index);
      }
    }
  }
  return names;
}

function addName(names: Map<string, number>, format: Intl.DateTimeFormat, month: number): void {
  const part = format.formatToParts(Date.UTC(2024, month, 15)).find(({ type }) => type === 'month');
  const name = fold(part?.value ?? '');
  if (name && !/^\d+$/.test(name) && !names.has(name)) names.set(name, month);
}

/** Letters alone, without case and marks, and in one form where Arabic and Persian write them differently. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک');
}
