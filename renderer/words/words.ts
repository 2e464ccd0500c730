import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isRightToLeft } from '../../electron/contract/direction';
import type { Language } from '../../electron/contract/languages';
import type { Settings } from '../../electron/contract/settings';
import { directionOfLanguage, isTag, loadCatalogue, spoken, tongueOf } from './catalogues';
import { directionOf } from './direction';
import { en } from './en';

export { isRightToLeft };

declare module 'i18next' {
  interface CustomTypeOptions {
    returnNull: false;
  }
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** A name inside a sentence, isolated where it reads against the interface (Unicode Bidirectional Algorithm, 2.4). */
export function isolated(name: string): string {
  const own = directionOf(name);
  if (!own || own === document.documentElement.dir) return name;
  return FIRST_STRONG_ISOLATE + name + POP_DIRECTIONAL_ISOLATE;
}

let systemLocales: readonly string[] = ['en'];

/** Loads the words of the interface before the first paint. `locales` are the system's, the dearest first. */
export async function startWords(language: Settings['language'], locales: readonly string[]): Promise<void> {
  systemLocales = locales.filter(isTag);
  await i18next.use(initReactI18next).init({
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // One way of writing holes, the same as in the contract's failures.
    // React escapes what is filled in; what reads the other way is kept from pulling its neighbours along.
    interpolation: { prefix: '{', suffix: '}', escape: isolated },
  });
  // In the digits of the system's own locale where it speaks the language of the interface.
  i18next.services.formatter?.add('number', (value: number) => numberFormat().format(value));
  await speak(language);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(): Intl.NumberFormat {
  const locale = formattingLocale();
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormats.set(locale, format);
  return format;
}

/** The language that was asked for last: a catalogue that comes late is not spoken any more. */
let asked: Language = 'en';

/** Changes the language of the interface, and its direction, as soon as its catalogue is there. */
export async function speak(language: Settings['language']): Promise<void> {
  const wanted = spoken(language, systemLocales);
  asked = wanted;
  if (!i18next.hasResourceBundle(wanted, 'translation')) {
    i18next.addResourceBundle(wanted, 'translation', await loadCatalogue(wanted));
  }
  if (asked !== wanted) return;
  // First: what is drawn anew by the change of words asks for the direction.
  document.documentElement.lang = wanted;
  document.documentElement.dir = directionOfLanguage(wanted);
  await i18next.changeLanguage(wanted);
}

/** Chromium has no numbers and dates in Pashto and would write them in English: those of Afghanistan’s Persian stand in. */
const STAND_INS: Partial<Record<string, string>> = { ps: 'fa-AF' };

/** The locale for numbers and dates: the system's where it speaks the interface's language (en-GB), else the language. */
export function formattingLocale(): string {
  const locale = systemLocales.find((locale) => tongueOf(locale) === i18next.language) ?? i18next.language;
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  return isKnown ? locale : (STAND_INS[i18next.language] ?? locale);
}
