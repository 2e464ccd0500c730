import { articleDirection, isRightToLeft } from '../../contract/direction';
import type { Article } from '../../contract/model';
import { articleBody, type PlaceOfPicture } from './article-body';
import { element, escaped, startTag } from './markup';

/** What of an article leaves the library. */
export type OutputArticle = Pick<
  Article,
  | 'id'
  | 'title'
  | 'summary'
  | 'html'
  | 'link'
  | 'author'
  | 'published'
  | 'updated'
  | 'arrived'
  | 'language'
  | 'feedTitle'
>;

/** Brings the bytes of a picture of an article that is kept; null for one that is not. */
export type Picture = (address: string, articleId: string) => Promise<Uint8Array | null>;

export const languageAttributes = (article: OutputArticle): { lang: string | null; dir: 'ltr' | 'rtl' } => ({
  lang: article.language,
  dir: articleDirection(article),
});

/** The headline, or in its place where the article is from. */
export const titleOf = ({ title, feedTitle, link }: OutputArticle): string => title || feedTitle || link || '—';

/**
 * An article as a sheet: headline, source, author and date, text, address. It is HTML and well-formed XML at once.
 * `locale` is the reader's, for the date.
 */
export function articleSheet(article: OutputArticle, locale: string, placeOf: PlaceOfPicture): string {
  const { html, link } = article;
  const { lang, dir } = languageAttributes(article);
  const address = link
    ? `<footer dir="ltr"><p>${startTag('a', { href: link })}${escaped(forShow(link))}</a></p></footer>`
    : '';
  return [
    startTag('article', { lang, 'xml:lang': lang, dir }),
    element('h1', titleOf(article)),
    dateline(article, locale),
    `<div class="body">${articleBody(html, placeOf)}</div>`,
    address,
    '</article>',
  ].join('\n');
}

function dateline({ feedTitle, author, published, updated, arrived }: OutputArticle, locale: string): string {
  const time = published ?? updated ?? arrived;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(time);
  const parts = [
    element('bdi', feedTitle, { class: 'source' }),
    ...(author && author !== feedTitle ? [element('bdi', author)] : []),
    element('time', date, { datetime: new Date(time).toISOString() }),
  ];
  const dir = isRightToLeft(locale) ? 'rtl' : 'ltr';
  return `${startTag('p', { class: 'dateline', dir })}${parts.join(' · ')}</p>`;
}

/** Addresses in the reader's script are easier to judge than percent signs. */
function forShow(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    // Not valid UTF-8 behind the percent signs: show it as it is.
    return link;
  }
}
