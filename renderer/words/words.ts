import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Settings } from '../../electron/contract/settings';
import { directionOf } from './direction';
import { en } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    returnNull: false;
  }
}

const RIGHT_TO_LEFT = new Set([
  'ar',
  'fa',
  'ur',
  'ps',
  'he',
  'ckb',
  'sd',
  'ug',
  'yi',
  'dv',
  'ks',
  'pnb',
  'prs',
  'bal',
  'syr',
]);
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Aran', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']);
const CATALOGUES = ['en', 'fa'] as const;
type Catalogue = (typeof CATALOGUES)[number];

/** True for what is written from right to left: by the script, where a tag names it (`ku-Arab`), else by the language. */
export function isRightToLeft(tag: string): boolean {
  const { language, script } = new Intl.Locale(tag);
  return script === undefined ? RIGHT_TO_LEFT.has(language) : RIGHT_TO_LEFT_SCRIPTS.has(script);
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** A name inside a sentence, isolated where it reads against the interface (Unicode Bidirectional Algorithm, 2.4). */
export function isolated(name: string): string {
  const own = directionOf(name);
  if (!own || own === document.documentElement.dir) return name;
  return FIRST_STRONG_ISOLATE + name + POP_DIRECTIONAL_ISOLATE;
}

let systemLocale = 'en';

/** Loads the words of the interface before the first paint. `locale` is the system's. */
export async function startWords(language: Settings['language'], locale: string): Promise<void> {
  systemLocale = locale;
  await i18next.use(initReactI18next).init({
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // One way of writing holes, the same as in the contract's failures. React escapes what is filled in.
    // React escapes what is filled in; what reads the other way is kept from pulling its neighbours along.
    interpolation: { prefix: '{', suffix: '}', escape: isolated },
  });
  await speak(language);
}

/** Changes the language of the interface, and its direction, at once. */
export async function speak(language: Settings['language']): Promise<void> {
  const wanted = chosen(language);
  if (!i18next.hasResourceBundle(wanted, 'translation')) {
    const { fa } = await import('./fa');
    i18next.addResourceBundle(wanted, 'translation', fa);
  }
  // First: what is drawn anew by the change of words asks for the direction.
  document.documentElement.lang = wanted;
  document.documentElement.dir = isRightToLeft(wanted) ? 'rtl' : 'ltr';
  await i18next.changeLanguage(wanted);
}

function chosen(language: Settings['language']): Catalogue {
  const tongue = language === 'system' ? new Intl.Locale(systemLocale).language : language;
  return CATALOGUES.find((known) => known === tongue) ?? 'en';
}

/** The locale for numbers and dates: the system's where it speaks the interface's language (en-GB), else the language. */
export const formattingLocale = (): string =>
  languageOf(systemLocale) === i18next.language ? systemLocale : i18next.language;

const languages = new Map<string, string>();

/** Remembered: every time that is shown asks for it. */
function languageOf(locale: string): string {
  const language = languages.get(locale) ?? new Intl.Locale(locale).language;
  languages.set(locale, language);
  return language;
}
