import { createHash } from 'node:crypto';
import { isRightToLeft } from '../../contract/direction';
import { picturesIn } from './article-body';
import { articleSheet, languageAttributes, type OutputArticle, type Picture, titleOf } from './article-sheet';
import { element, escaped, startTag } from './markup';
import { pictureType } from './picture-type';
import { PAGE_STYLE } from './sheet-style';

/** The sheet of an article with its kept pictures inside it, as data (RFC 2397). It refers to nothing that is loaded. */
export async function wholeSheet(article: OutputArticle, locale: string, picture: Picture): Promise<string> {
  const inside = new Map<string, string>();
  for (const address of picturesIn(article.html)) {
    const bytes = await picture(address, article.id);
    const type = bytes && pictureType(bytes)?.type;
    if (type) inside.set(address, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return articleSheet(article, locale, (address) => inside.get(address) ?? null);
}

/** One article as one HTML file that needs nothing else and may do nothing: its own policy forbids it. */
export async function htmlPage(article: OutputArticle, locale: string, picture: Picture): Promise<string> {
  const head = pageHead(titleOf(article), languageAttributes(article));
  return [head, `<body>${await wholeSheet(article, locale, picture)}</body>`, '</html>', ''].join('\n');
}

/**
 * Many articles as one such file, with a list of them at its beginning. They are asked for one after another, so that it
 * is written in little memory.
 */
export async function* htmlBook(
  articles: AsyncIterable<OutputArticle>,
  contents: readonly string[],
  { title, locale }: { title: string; locale: string },
  picture: Picture,
): AsyncIterable<string> {
  yield `${pageHead(title, { lang: locale, dir: isRightToLeft(locale) ? 'rtl' : 'ltr' })}\n<body>\n`;
  const rows = contents.map((name, n) => `<li><a href="#article-${n + 1}"><bdi>${escaped(name)}</bdi></a></li>`);
  yield `<nav>${element('h1', title)}<ol>${rows.join('')}</ol></nav>\n`;
  let n = 0;
  for await (const article of articles)
    yield `<div id="article-${++n}">${await wholeSheet(article, locale, picture)}</div>\n`;
  yield '</body>\n</html>\n';
}

function pageHead(title: string, { lang, dir }: { lang: string | null; dir: string }): string {
  const style = createHash('sha256').update(PAGE_STYLE).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    startTag('html', { lang, dir }),
    '<head>',
    '<meta charset="utf-8">',
    startTag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    element('title', title),
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
  ].join('\n');
}
