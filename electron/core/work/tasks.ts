import type { ParsedItem } from '../../contract/parsed-feed';
import { excerpt } from '../extracting/excerpt';
import { feedLinks } from '../extracting/feed-links';
import { pageText } from '../extracting/page-text';
import { sanitise } from '../extracting/sanitise';
import { parseFeed } from '../parsing/feed';
import { parseOpml } from '../parsing/opml';
import { withLanguages } from './feed-languages';
import type { ReadItem, Work } from './work';

export type Tasks = Omit<Work, 'close'>;

/** What each task does, in whichever thread it runs. */
export const tasks: Tasks = {
  async readFeed(bytes, options) {
    const feed = await parseFeed(bytes, options);
    return withLanguages({ ...feed, items: feed.items.map(readItem) });
  },
  findFeedLinks: async (bytes, { contentType, url }) => feedLinks(pageText(bytes, contentType), url),
  readOpml: async (bytes) => parseOpml(bytes),
  sanitise: async (html, base) => sanitise(html, base),
};

/** The list shows the publisher's summary, where there is one in words; the length is that of the longest text. */
function readItem(item: ParsedItem): ReadItem {
  const summary = excerpt(item.summary ?? '');
  const content = item.content === null || item.content === item.summary ? summary : excerpt(item.content);
  return { ...item, excerpt: summary.text || content.text, words: Math.max(summary.words, content.words) };
}
