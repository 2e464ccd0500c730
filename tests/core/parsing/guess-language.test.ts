import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage, isInAnotherScript } from '../../../electron/core/parsing/guess-language';
import { TEXTS } from './language-texts';
import { HELD_OUT } from './language-texts-held-out';

/** How many texts are guessed right, and which are taken for another language. */
function score(texts: [tag: string, text: string][]): { right: number; wrong: string[] } {
  const guesses = texts.map(([tag, text]) => ({
    language: tag === 'uz-Cyrl' ? 'uz' : tag,
    guess: guessLanguage(text),
  }));
  const isWrong = ({ language, guess }: (typeof guesses)[number]) => guess !== null && !language.startsWith(guess);
  return {
    right: guesses.filter(({ language, guess }) => language === guess).length,
    wrong: guesses.filter(isWrong).map(({ language, guess }) => `${language}: ${guess}`),
  };
}

describe('the language of a text', () => {
  it.each(Object.entries(TEXTS))('%s', (tag, [, , paragraph]) => {
    expect(guessLanguage(paragraph)).toBe(tag === 'uz-Cyrl' ? 'uz' : tag);
  });

  it('is known of 94 in 100 headlines that the tables were made with', () => {
    const headlines = Object.entries(TEXTS).flatMap(
      ([tag, [one, two]]) =>
        [
          [tag, one],
          [tag, two],
        ] as [string, string][],
    );
    const { right, wrong } = score(headlines);
    expect(wrong).toEqual([]);
    expect(right / headlines.length).toBeGreaterThanOrEqual(0.94);
  });

  it('is known of most new texts, and rather not told than told wrong', () => {
    const headlines = score(Object.entries(HELD_OUT).map(([tag, [headline]]) => [tag, headline]));
    const paragraphs = score(Object.entries(HELD_OUT).map(([tag, [, paragraph]]) => [tag, paragraph]));
    expect([...headlines.wrong, ...paragraphs.wrong]).toEqual([]);
    expect(headlines.right).toBeGreaterThanOrEqual(22);
    expect(paragraphs.right).toBeGreaterThanOrEqual(33);
  });

  it.each(['', '2024', 'OK', '¿?', '...', 'Σ'])('is not guessed of "%s"', (text) =>
    expect(guessLanguage(text)).toBeNull(),
  );

  it('is a tag or none, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), (text) => {
        expect(guessLanguage(text) ?? 'en').toMatch(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/);
      }),
    );
  });
});

it.each([
  ['en', 'آغاز ساخت پل تازه', true],
  ['fa', 'Новый мост через Волгу', true],
  ['fa', 'آغاز ساخت پل تازه', false],
  ['fa-AF', 'آغاز ساخت پل تازه', false],
  ['ar-EG', 'New bridge opens', true],
  ['sr', 'Novi most je otvoren', false],
  ['sr-Latn', 'Нови мост је отворен', false],
  ['ku', 'پردێکی نوێ لەسەر زێی', true],
  ['ja', '首都圏全域交通混雑', false],
  ['xx', 'آغاز ساخت پل تازه', false],
  ['en', 'Iran: پل', false],
])('%s and "%s": in another script: %s', (language, text, isOther) => {
  expect(isInAnotherScript(text, language)).toBe(isOther);
});
