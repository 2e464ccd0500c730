import { createHash } from 'node:crypto';
import { picturesIn } from './article-body';
import { articleSheet, languageAttributes, type OutputArticle, type Picture, titleOf } from './article-sheet';
import { element, startTag } from './markup';
import { pictureType } from './picture-type';
import { PAGE_STYLE } from './sheet-style';

/** The sheet of an article with its kept pictures inside it, as data (RFC 2397). It refers to nothing that is loaded. */
export async function wholeSheet(article: OutputArticle, locale: string, picture: Picture): Promise<string> {
  const inside = new Map<string, string>();
  for (const address of picturesIn(article.html)) {
    const bytes = await picture(address);
    const type = bytes && pictureType(bytes)?.type;
    if (type) inside.set(address, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return articleSheet(article, locale, (address) => inside.get(address) ?? null);
}

/** One article as one HTML file that needs nothing else and may do nothing: its own policy forbids it. */
export async function htmlPage(article: OutputArticle, locale: string, picture: Picture): Promise<string> {
  const { lang, dir } = languageAttributes(article);
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
    element('title', titleOf(article)),
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    `<body>${await wholeSheet(article, locale, picture)}</body>`,
    '</html>',
    '',
  ].join('\n');
}
