import type { Script, Settings } from '../../electron/contract/settings';

/** What of a language's usual script (ISO 15924) needs a page of its own. */
const GROUPS: Record<string, Script> = {
  ...group('arabic', 'Arab Aran Syrc Thaa Nkoo Adlm'),
  ...group('cjk', 'Hans Hant Hani Jpan Kore Hang Hira Kana Bopo'),
  ...group('indic', 'Deva Beng Taml Telu Gujr Guru Knda Mlym Orya Sinh Thai Laoo Khmr Mymr Tibt'),
};

const SEEN: [Script, RegExp][] = [
  ['arabic', /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u],
  ['cjk', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
  ['indic', /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Thai}]/u],
];

/** Languages that are written in Nastaliq where a reader wants it. */
const NASTALIQ = new Set(['ur', 'ks', 'pnb', 'skr']);

const LETTER = /\p{L}/u;

/** The script of an article by its language, else by the first letter of its headline. */
export function scriptOf(
  { language, title }: { language: string | null; title: string },
  { urdu }: Pick<Settings, 'urdu'>,
): Script {
  if (language === null) return SEEN.find(([, letters]) => letters.test(LETTER.exec(title)?.[0] ?? ''))?.[0] ?? 'latin';
  const { language: tongue, script = '' } = new Intl.Locale(language).maximize();
  const written = GROUPS[script] ?? 'latin';
  return written === 'arabic' && urdu === 'nastaliq' && NASTALIQ.has(tongue) ? 'nastaliq' : written;
}

/** Whether a language has Nastaliq to choose. */
export const isNastaliqLanguage = (language: string | null): boolean =>
  language !== null && NASTALIQ.has(new Intl.Locale(language).language);

function group(name: Script, scripts: string): Record<string, Script> {
  return Object.fromEntries(scripts.split(' ').map((script) => [script, name]));
}
