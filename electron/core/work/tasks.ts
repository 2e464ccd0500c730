import type { ParsedItem } from '../../contract/parsed-feed';
import { normalise, type Origin } from '../articles/normalise';
import { type RegionFinder, regionFinder, regionsIn } from '../articles/regions';
import { excerpt } from '../extracting/excerpt';
import { parseFeed } from '../parsing/feed';
import { packBody, recordOf } from '../store/body-record';
import { withLanguages } from './feed-languages';
import type { ReadArticle, ReadItem, Work } from './work';

/** Stands for the address of a page that has none. */
const NOWHERE = 'https://page.invalid/';

export type Tasks = Omit<Work, 'close'>;

/** What each task does, in whichever thread it runs. */
export const tasks: Tasks = {
  async readFeed(bytes, options) {
    const feed = await parseFeed(bytes, options);
    return withLanguages({ ...feed, items: feed.items.map(readItem) });
  },
  async readArticles(bytes, options, origin) {
    const { items, ...feed } = await tasks.readFeed(bytes, options);
    const regionsOf = await regionFinder();
    const { language } = feed;
    return {
      ...feed,
      items: items.map((item) => readArticle(item, { ...origin, address: options.url, language }, regionsOf)),
    };
  },
  // What a refresh does not need is loaded when it is asked for.
  async findFeedLinks(bytes, { contentType, url }) {
    const { feedLinks } = await import('../extracting/feed-links');
    const { pageText } = await import('../extracting/page-text');
    return feedLinks(pageText(bytes, contentType), url);
  },
  async extractPage(bytes, { contentType, url }, memory) {
    const { readPage } = await import('./page');
    return readPage(bytes, { contentType, url: url ?? NOWHERE }, memory);
  },
  findPictures: async (html) => (await import('../extracting/pictures-in')).picturesIn(html),
  async findIcons(bytes, { contentType, url }) {
    const { siteIcons } = await import('../extracting/site-icons');
    const { pageText } = await import('../extracting/page-text');
    return siteIcons(pageText(bytes, contentType), url);
  },
  preparePicture: async (bytes, options) => (await import('../pictures/prepare')).preparePicture(bytes, options),
  readOpml: async (bytes) => (await import('../parsing/opml')).parseOpml(bytes),
  sanitise: async (html, base) => (await import('../extracting/sanitise')).sanitise(html, base),
};

/** All that can be done here need not be done by the thread that waits for a click: the deflating most of all. */
function readArticle(item: ReadItem, origin: Origin, regionsOf: RegionFinder): ReadArticle {
  const { header, body } = normalise(item, origin);
  const whole = { ...header, ...regionsIn(header.tags, regionsOf) };
  return { header: whole, body: packBody(recordOf(whole, body)) };
}

/** The list shows the publisher's summary, where there is one in words; the length is that of the longest text. */
function readItem(item: ParsedItem): ReadItem {
  const summary = excerpt(item.summary ?? '');
  const content = item.content === null || item.content === item.summary ? summary : excerpt(item.content);
  return { ...item, excerpt: summary.text || content.text, words: Math.max(summary.words, content.words) };
}
