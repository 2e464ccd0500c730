import i18next from 'i18next';
import { expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../../electron/contract/languages';
import { relativeTime } from '../../renderer/words/format';

const NOW = Date.UTC(2026, 10, 28, 12);
const MINUTE = 60_000;

test.each([
  ['en', '12m ago'],
  ['de', 'vor 12 Min.'],
  ['es', 'hace 12 min'],
  ['fr', 'il y a 12 min'],
  ['ru', '12 мин. назад'],
])('the list tells the time in %s as it is said', async (language, said) => {
  await i18next.init({ lng: language, resources: {} });
  expect(relativeTime(NOW - 12 * MINUTE, NOW).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(said);
});

test.each(LANGUAGE_CODES)('%s tells the age of an article in words, not as a negative number', async (language) => {
  await i18next.init({ lng: language, resources: {} });
  for (const ago of [12, 3 * 60, 96 * 60]) expect(relativeTime(NOW - ago * MINUTE, NOW)).not.toMatch(/^\P{L}*[-−]/u);
});
