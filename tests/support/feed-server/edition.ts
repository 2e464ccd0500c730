import type { SamplePaper } from '../sample-feeds/sample-paper';
import type { Item, Paper } from './press';
import { escapeXml } from './xml';

/** A paper as one reader meets it: under the address that the reader asked for. */
export interface Edition {
  paper: SamplePaper;
  items: readonly Item[];
  /** 'http://host:port'. */
  origin: string;
  home: string;
  feed: string;
  updated: number;
}

export function editionOf({ sample, items, modified }: Paper, origin: string): Edition {
  const home = `${origin}/${sample.id}/`;
  return { paper: sample, items, origin, home, feed: home + feedFile(sample), updated: modified };
}

/** The file name of a paper's own feed. */
export function feedFile({ format }: SamplePaper): string {
  return format === 'json' ? 'feed.json' : 'feed.xml';
}

export const linkOf = (edition: Edition, item: Item): string => edition.home + item.slug;

export function pictureOf(edition: Edition, item: Item): string | null {
  return item.picture && `${edition.origin}/pictures/${item.picture}.png`;
}

/** The body of a story as HTML, its picture after the first paragraph. */
export function bodyOf(edition: Edition, item: Item): string {
  const [first = '', ...rest] = item.blocks;
  return [first, figure(edition, item), ...rest].join('\n').replaceAll('{origin}', edition.origin);
}

function figure(edition: Edition, item: Item): string {
  const address = pictureOf(edition, item);
  if (!address) return '';
  const caption = escapeXml(item.caption ?? '');
  const picture = `<img src="${escapeXml(address)}" alt="${caption}" width="960" height="540" />`;
  return `<figure>${picture}${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
}
