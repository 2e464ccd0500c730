import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../electron/contract/languages';
import { OPENING_FAILURES, readMenu } from '../../electron/contract/menu';
import {
  CATALOGUES,
  directionOfLanguage,
  loadCatalogue,
  offeredLanguages,
  spoken,
} from '../../renderer/words/catalogues';
import { en } from '../../renderer/words/en';
import { isRightToLeft } from '../../renderer/words/words';

const PLURAL = /_(zero|one|two|few|many|other)$/;

function flat(words: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value as object, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** The holes of a text with the way in which they are filled; the count may stay unsaid (“every hour”). */
const holes = (text: string, isPlural: boolean): string[] =>
  [...text.matchAll(/\{([^}]*)\}/g)]
    .map(([, hole]) => hole ?? '')
    .filter((hole) => !(isPlural && hole === 'count, number'))
    .sort();

/** What a catalogue of this language must have: every key of English, and its own forms where English has a plural. */
function wantedKeys(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...flat(en).keys()].flatMap((key) =>
    PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key],
  );
  return [...new Set(keys)].sort();
}

const catalogues = Object.keys(CATALOGUES) as Language[];

test.each(catalogues)('%s has every key, every form of its plurals, and no key more', async (language) => {
  expect([...flat(await loadCatalogue(language)).keys()].sort()).toEqual(wantedKeys(language));
});

test.each(catalogues)('%s says something under each key, with the holes of English', async (language) => {
  const english = flat(en);
  for (const [key, text] of flat(await loadCatalogue(language))) {
    const isPlural = PLURAL.test(key);
    const measure = english.get(isPlural ? key.replace(PLURAL, '_other') : key) ?? '';
    expect(text.trim(), `${language} ${key}`).not.toBe('');
    expect(holes(text, isPlural), `${language} ${key}`).toEqual(holes(measure, isPlural));
  }
});

/** In the form that is for more numbers than one, the number must be said: “{count} articles”. */
test.each(catalogues)('%s says the number in each plural that English says it in', async (language) => {
  const rules = new Intl.PluralRules(language);
  const numbersOf = (form: string) =>
    Array.from({ length: 200 }, (_, before) => before + 1).filter((n) => rules.select(n) === form);
  const english = flat(en);
  for (const [key, text] of flat(await loadCatalogue(language))) {
    const [, form] = PLURAL.exec(key) ?? [];
    if (!form || !english.get(key.replace(PLURAL, '_other'))?.includes('{count')) continue;
    if (numbersOf(form).length > 1) expect(text, `${language} ${key}`).toContain('{count, number}');
  }
});

test.each(catalogues)('what %s has for the system’s menus and dialogs is taken as it is', async (language) => {
  const { system, failure, command } = await loadCatalogue(language);
  const commands = Object.values(command).map((label) => ({ id: 'any.one', menu: 'file', label, accelerator: null }));
  const failures = Object.fromEntries(OPENING_FAILURES.map((code) => [code, failure[code]]));
  const menu = { words: system, failures, commands };
  expect(readMenu(JSON.stringify(menu))).toEqual(menu);
});

test('a language without a catalogue is not offered, and English is there always', () => {
  expect(offeredLanguages().map(({ code }) => code)).toEqual(
    LANGUAGES.map(({ code }) => code).filter((code) => catalogues.includes(code)),
  );
  expect(catalogues).toContain('en');
});

test('directions are those of the scripts', () => {
  for (const { code } of LANGUAGES) expect(directionOfLanguage(code) === 'rtl', code).toBe(isRightToLeft(code));
});

test.each([
  ['what the reader chose', 'fa', ['en-GB'], 'fa'],
  ['the system’s language, whatever its country', 'system', ['fa-AF', 'en'], 'fa'],
  ['the first of the system’s that there are words for', 'system', ['sw-KE', 'fa-IR', 'en'], 'fa'],
  ['English where there are words for none', 'system', ['sw', 'xx'], 'en'],
  ['English where the system names none', 'system', [], 'en'],
  ['English for what is no language', 'system', ['C', 'posix!'], 'en'],
] as const)('speaks %s', (_, chosen, locales, language) => expect(spoken(chosen, locales)).toBe(language));
