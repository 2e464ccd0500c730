import type { Calendar } from './calendars';
import { ETHIOPIAN, GREGORIAN, HIJRI, JALALI } from './month-names';

export interface Month {
  calendar: Calendar;
  /** From 1. */
  month: number;
  /** Years of two digits are of the Buddhist era. */
  thai: boolean;
}

const ENGLISH = 'january february march april may june july august september october november december'.split(' ');
/** Croats call by these names other months than Poles and Czechs do; only the language of the feed tells. */
const CROATIAN = 'hr';

let all: { common: Map<string, Month>; croatian: Map<string, Month> } | null = null;

/** The month that up to three words name, long or short, in any of the languages and calendars; else null. */
export function monthNamed(words: string, language: string | null): Month | null {
  const name = fold(words);
  const english = name.length < 3 ? -1 : ENGLISH.findIndex((month) => month.startsWith(name));
  if (english >= 0) return { calendar: 'gregorian', month: english + 1, thai: false };
  all ??= readNames();
  const own = language !== null && /^hr\b/i.test(language) ? all.croatian.get(name) : undefined;
  return own ?? all.common.get(name) ?? null;
}

/** The English month that a word begins like: "Febuary", "Septmber". */
export function monthMisspelt(word: string): Month | null {
  const start = word.length < 4 ? '' : word.slice(0, 3).toLowerCase();
  const month = ENGLISH.findIndex((name) => name.startsWith(start));
  return start && month >= 0 ? { calendar: 'gregorian', month: month + 1, thai: false } : null;
}

function readNames(): { common: Map<string, Month>; croatian: Map<string, Month> } {
  const common = new Map<string, Month>();
  const croatian = new Map<string, Month>();
  for (const [language, names] of Object.entries(GREGORIAN)) {
    addNames(common, names, 'gregorian', language === 'th');
    if (language === CROATIAN) addNames(croatian, names, 'gregorian', false);
  }
  for (const names of JALALI) addNames(common, names, 'jalali', false);
  for (const names of HIJRI) addNames(common, names, 'hijri', false);
  for (const names of ETHIOPIAN) addNames(common, names, 'ethiopian', false);
  return { common, croatian };
}

/** What is there already stays: the language with more feeds comes first. */
function addNames(names: Map<string, Month>, row: string, calendar: Calendar, thai: boolean): void {
  for (const [index, spellings] of row.split(' ').entries()) {
    for (const spelling of spellings.split('/')) {
      const name = fold(spelling.replaceAll('_', ' '));
      if (name && !names.has(name)) names.set(name, { calendar, month: index + 1, thai });
    }
  }
}

/** Diacritics that people leave out; the vowel signs of Indic scripts are no such marks. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]|[^\p{L}\p{M}\p{N} ]/gu;

/** Letters alone, without case and accents, and in one form where Arabic and Persian write them differently. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(/ı/g, 'i')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ةہ]/g, 'ه');
}
