import type { OutputArticle } from '../../../electron/core/output/article-sheet';

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const written = (changes: Partial<OutputArticle> = {}): OutputArticle => ({
  id: 'a1',
  title: 'Snow & “ice” <on> the pass',
  summary: 'The road is closed.',
  html: '<p>The road is <em>closed</em>.</p>',
  link: 'https://paper.example/snow?a=1&b=2',
  author: 'A. Reporter',
  published: Date.UTC(2026, 0, 5, 9),
  updated: null,
  arrived: Date.UTC(2026, 0, 6),
  language: 'en',
  feedTitle: 'The Border Post',
  ...changes,
});
