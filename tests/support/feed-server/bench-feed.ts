import { type Wording, wordingOf } from './bench-words';
import { seededChance } from './chance';
import { rfc822 } from './dates';
import { cdata, element, lines } from './xml';

export interface BenchFeed {
  id: string;
  origin: string;
  items: number;
  /** Of each item's body, about, in UTF-8. */
  bytes: number;
  /** How many items have come since the server started; as many of the oldest are gone. */
  edition: number;
  started: number;
}

const APART = 37 * 60_000;

/** An RSS 2.0 feed for measuring with, in one of six scripts: the same bytes for the same wishes. */
export function benchFeed(feed: BenchFeed): string {
  const { id, origin, items, edition } = feed;
  const wording = wordingOf(id);
  return lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>',
    element('title', `Bench ${id}`),
    element('link', `${origin}/bench/${id}/`),
    element('description', `${items} articles of ${feed.bytes} bytes`),
    element('language', wording.language),
    ...Array.from({ length: items }, (_, index) => item(feed, wording, edition + items - index)),
    '</channel></rss>\n',
  ]);
}

function item({ id, origin, items, bytes, started }: BenchFeed, wording: Wording, number: number): string {
  const chance = seededChance(`${id} ${number}`);
  // The ones that were there at the start lie before it, the later ones a second after each other.
  const published = number > items ? started + (number - items) * 1000 : started - (items - number) * APART;
  return lines([
    '<item>',
    element('title', wording.sentence(chance).trim()),
    element('link', `${origin}/bench/${id}/${number}`),
    `<guid isPermaLink="false">bench-${id}-${number}</guid>`,
    element('pubDate', rfc822(published, 0)),
    ...wording.categories.filter(() => chance() < 0.3).map((category) => element('category', category)),
    element('description', wording.sentence(chance)),
    cdata('content:encoded', body(wording, bytes, chance)),
    '</item>',
  ]);
}

function body(wording: Wording, bytes: number, chance: () => number): string {
  const paragraphs: string[] = [];
  let size = 0;
  while (size < bytes) {
    const paragraph = `<p>${Array.from({ length: 4 }, () => wording.sentence(chance)).join('')}</p>`;
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph);
  }
  return paragraphs.join('\n');
}
