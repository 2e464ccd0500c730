import type { TFunction } from 'i18next';
import { type Article, type Enclosure, topicsOf } from '../../electron/contract/model';
import { articleDirection } from '../words/direction';
import { byteSize, exactTime, longDate, number, regionName, relativeTime } from '../words/format';
import { cleanBody } from './clean-body';
import { pictureBox, pictureWords } from './kept-pictures';
import { playerOf } from './players';

const WORDS_A_MINUTE = 220;

/**
 * All that the frame shows of an article, made through the DOM in a page of its own that is never shown, so that no text
 * of a feed is ever read as markup by mistake.
 */
export function articleContent(article: Article, t: TFunction): HTMLElement {
  const make = maker(document.implementation.createHTMLDocument());
  return make('article', languageOf(article), '', [
    ...tagLine(article, make),
    make('h1', { dir: 'auto' }, article.title || t('list.untitled')),
    dateline(article, make, t),
    body(article, make, t),
    ...attachments(article, make, t),
    provenance(article, make, t),
  ]);
}

/** How many minutes so many words take to read, at least one. */
export const minutesOf = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));

type Make = (name: string, attributes?: Record<string, string>, text?: string, children?: Node[]) => HTMLElement;

const maker =
  (page: Document): Make =>
  (name, attributes = {}, text = '', children = []) => {
    const element = page.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(text, ...children);
    return element;
  };

/** The article's language decides its fonts, and its direction where the language is known. */
const languageOf = (article: Article): Record<string, string> => ({
  ...(article.language ? { lang: article.language } : {}),
  dir: articleDirection(article),
});

function tagLine(article: Article, make: Make): Node[] {
  const { regions } = article;
  const topics = topicsOf(article);
  if (regions.length + topics.length === 0) return [];
  const chip = (kind: string) => (text: string) => make('li', { class: kind, dir: 'auto' }, text);
  const chips = [...regions.map(regionName).map(chip('region')), ...topics.map(chip('tag'))];
  return [make('ul', { class: 'tags' }, '', chips)];
}

function dateline(article: Article, make: Make, t: TFunction): Node {
  const { published, updated, author, feedTitle, words } = article;
  const time = published ?? updated;
  const date = time
    ? make('time', { datetime: new Date(time).toISOString(), title: exactTime(time) }, longDate(time))
    : make('span', {}, t('article.undated'));
  const parts = [
    make('bdi', { class: 'source' }, feedTitle),
    ...(author ? [make('bdi', {}, author)] : []),
    date,
    ...(published && updated && updated > published ? [updatedWhen(updated, make, t)] : []),
  ];
  const minutes = make('span', { class: 'minutes' }, t('article.minutes', { count: minutesOf(words) }));
  return make('p', { class: 'dateline', dir: document.documentElement.dir }, '', [
    make(
      'span',
      { class: 'parts' },
      '',
      parts.flatMap((part, place) => (place ? [make('i', {}, '·'), part] : [part])),
    ),
    ...(words > 0 ? [minutes] : []),
  ]);
}

function updatedWhen(updated: number, make: Make, t: TFunction): Node {
  const when = relativeTime(updated, Math.max(Date.now(), updated), 'long');
  const iso = new Date(updated).toISOString();
  return make('time', { datetime: iso, title: exactTime(updated) }, t('article.updatedWhen', { when }));
}

function body(article: Article, make: Make, t: TFunction): Node {
  const container = make('div', { class: 'body' });
  const player = (address: string): Element | null => {
    const n = article.playables.findIndex(({ url }) => url === address);
    const isAttached = article.enclosures.some(({ url }) => url === address);
    return n < 0 || isAttached ? null : playing(article, n, container.ownerDocument, t);
  };
  const words = pictureWords(t);
  const known = new Map(article.pictures.map((found) => [found.url, found]));
  const picture = (url: string, alt: string, said: string): Element | null =>
    pictureBox(container.ownerDocument, { url, alt, said }, known.get(url), words);
  container.append(cleanBody(article.html, { words: { table: t('article.table') }, picture, player }));
  // A feed that gives a picture beside its text means it to stand above it.
  const lead = article.pictures.find(({ url }) => url === article.picture);
  if (lead && !container.querySelector('[data-picture]')) container.prepend(picture(lead.url, '', '') ?? '');
  if (!container.textContent?.trim() && !container.querySelector('[data-picture], .player')) {
    container.append(make('p', { class: 'hint', dir: 'auto' }, t('article.onlyTitle')));
  }
  return container;
}

function playing({ id, playables }: Article, n: number, page: Document, t: TFunction): Element | null {
  const playable = playables[n];
  if (!playable) return null;
  return playerOf(page, id, n, playable, { name: nameOf(playable.url), notPlayable: t('article.notPlayable') });
}

/** The name of a file as its publisher spells it. */
const nameOf = (url: string): string => decodeForShow(new URL(url).pathname.split('/').at(-1) || url);

function attachments(article: Article, make: Make, t: TFunction): Node[] {
  if (article.enclosures.length === 0) return [];
  const items = article.enclosures.map((enclosure) => attachment(article, enclosure, make, t));
  return [
    make('section', { class: 'attachments', dir: document.documentElement.dir }, '', [
      make('h2', {}, t('article.attachments')),
      make('ul', {}, '', items),
    ]),
  ];
}

function attachment(article: Article, { url, type, length }: Enclosure, make: Make, t: TFunction): Node {
  const outside = { href: url, target: '_blank', rel: 'noopener noreferrer', title: t('article.outside') };
  const facts = [type ?? '', length ? byteSize(length) : ''].filter(Boolean).join(' · ');
  const item = make('li', {}, '', [
    make('a', outside, '', [make('bdi', {}, nameOf(url))]),
    make('bdi', { class: 'type' }, facts),
  ]);
  const n = article.playables.findIndex((playable) => playable.url === url);
  const player = playing(article, n, item.ownerDocument, t);
  if (player) item.append(player);
  return item;
}

/** Where it comes from and when, so that a reader can judge it. */
function provenance(
  { published, updated, arrived, words, link, offline, page }: Article,
  make: Make,
  t: TFunction,
): Node {
  // The core puts the arrival in place of a date that lies in the future, and no other date is just that.
  const cameThen = t('article.fromFuture');
  const facts: [string, string | Node][] = [
    ...(published
      ? [[t('article.published'), published === arrived ? cameThen : exactTime(published)] as [string, string]]
      : []),
    ...(updated && updated !== published ? [[t('article.updated'), exactTime(updated)] as [string, string]] : []),
    [t('article.arrived'), exactTime(arrived)],
    [t('article.words'), number(words)],
    [t('article.kept'), t(`offline.${offline}`)],
    ...(page
      ? [[t('article.wholeFrom'), `${new URL(page.url).host} · ${exactTime(page.at)}`] as [string, string]]
      : []),
    ...(link ? [[t('article.original'), outward(link, make)] as [string, Node]] : []),
  ];
  const rows = facts.map(([name, value]) =>
    make('div', {}, '', [
      make('dt', {}, name),
      make('dd', {}, '', [typeof value === 'string' ? make('bdi', {}, value) : value]),
    ]),
  );
  return make('footer', { dir: document.documentElement.dir, 'aria-label': t('article.provenance') }, '', [
    make('dl', {}, '', rows),
  ]);
}

const outward = (link: string, make: Make): Node =>
  make('a', { href: link, target: '_blank', rel: 'noopener noreferrer', dir: 'ltr' }, decodeForShow(link));

/** Addresses in the reader's script are easier to judge than percent signs. */
function decodeForShow(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    // Not valid UTF-8 behind the percent signs: show it as it is.
    return link;
  }
}
