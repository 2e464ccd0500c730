// @vitest-environment node
import i18next from 'i18next';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formattingLocale, startWords } from '../../renderer/words/words';

// All of the page that words need.
beforeAll(() => void Object.assign(globalThis, { document: { documentElement: {} } }));
afterAll(() => void Reflect.deleteProperty(globalThis, 'document'));

test.each([
  [['en-US@posix'], 'en'],
  [['C', '', 'de-AT', 'en'], 'de-AT'],
  [[], 'en'],
])('numbers and dates can be written whatever the system calls its language: %s', async (locales, locale) => {
  await startWords('system', locales);
  expect([formattingLocale(), i18next.language]).toEqual([locale, locale.slice(0, 2)]);
  expect(() => new Intl.DateTimeFormat(formattingLocale())).not.toThrow();
});
