const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
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

/**
 * The direction of a text by its first letter (Unicode Bidirectional Algorithm, P2 and P3); undefined when it has none.
 * What dir=auto does, also for a block whose text stands inside other blocks, which dir=auto passes over.
 */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const first = text.match(LETTER)?.[0];
  if (!first) return undefined;
  return RIGHT_TO_LEFT_LETTER.test(first) ? 'rtl' : 'ltr';
}

/** True for what is written from right to left: by the script, where a tag names it (`ku-Arab`), else by the language. */
export function isRightToLeft(tag: string): boolean {
  const { language, script } = new Intl.Locale(tag);
  return script === undefined ? RIGHT_TO_LEFT.has(language) : RIGHT_TO_LEFT_SCRIPTS.has(script);
}

/** The direction of a whole article: by its language, where that is known, else by its own words. */
export function articleDirection(article: { language: string | null; title: string; summary: string }): 'ltr' | 'rtl' {
  if (article.language && isRightToLeft(article.language)) return 'rtl';
  return directionOf(`${article.title} ${article.summary}`) ?? 'ltr';
}
