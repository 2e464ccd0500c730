import { LANGUAGES, type Language } from '../../electron/contract/languages';
import type { Settings } from '../../electron/contract/settings';
import { en, type Words } from './en';

/**
 * The catalogues that there are; a language without one is not offered. All but English, which fills every gap, are fetched
 * from beside the window's script when they are wanted.
 */
export const CATALOGUES: Partial<Record<Language, () => Promise<Words>>> = {
  en: async () => en,
  fa: async () => (await import('./fa')).fa,
  ur: async () => (await import('./ur')).ur,
  ar: async () => (await import('./ar')).ar,
  ps: async () => (await import('./ps')).ps,
  tr: async () => (await import('./tr')).tr,
  es: async () => (await import('./es')).es,
  fr: async () => (await import('./fr')).fr,
  de: async () => (await import('./de')).de,
  ru: async () => (await import('./ru')).ru,
  hi: async () => (await import('./hi')).hi,
  zh: async () => (await import('./zh')).zh,
};

/** The languages that can be chosen, by their own names. */
export const offeredLanguages = (): { code: Language; name: string }[] =>
  LANGUAGES.filter(({ code }) => code in CATALOGUES);

/** The words of a language; English for one that has no catalogue. */
export const loadCatalogue = (language: Language): Promise<Words> => CATALOGUES[language]?.() ?? Promise.resolve(en);

export const directionOfLanguage = (language: Language): 'ltr' | 'rtl' =>
  LANGUAGES.find(({ code }) => code === language)?.direction ?? 'ltr';

const tongues = new Map<string, string>();

/** The language of a tag; what is no tag is taken for English, since systems name strange things. Every time shown asks. */
export function tongueOf(tag: string): string {
  const known = tongues.get(tag);
  if (known) return known;
  tongues.set(tag, languageOf(tag));
  return languageOf(tag);
}

/** False for what systems call a locale and Intl does not, such as `en-US@posix` where none is set. */
export function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}

const languageOf = (tag: string): string => (isTag(tag) ? new Intl.Locale(tag).language : 'en');

const offered = (tongue: string): Language | undefined => offeredLanguages().find(({ code }) => code === tongue)?.code;

/** What the window speaks: what the reader chose, else the first of the system's languages that it can, else English. */
export function spoken(chosen: Settings['language'], locales: readonly string[]): Language {
  const wanted = chosen === 'system' ? locales.map(tongueOf) : [chosen];
  return wanted.map(offered).find((code) => code !== undefined) ?? 'en';
}
