import { rfc822 } from '../dates';
import { bodyOf, type Edition, linkOf, pictureOf } from '../edition';
import type { Item } from '../press';
import { cdata, element, escapeXml, lines, mediaContent } from '../xml';

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** RSS 2.0 with content:encoded, dc:creator and media:content. */
export function rss2(edition: Edition): string {
  const { paper, items, home, updated } = edition;
  return lines([
    `<?xml version="1.0" encoding="${paper.charset ?? 'utf-8'}"?>`,
    `<rss version="2.0" ${NAMESPACES}>`,
    '<channel>',
    element('title', paper.title),
    element('link', home),
    element('description', paper.description),
    element('language', paper.language),
    element('lastBuildDate', rfc822(updated, paper.zone)),
    `<atom:link href="${escapeXml(edition.feed)}" rel="self" type="application/rss+xml" />`,
    ...items.map((item) => entry(edition, item)),
    '</channel>',
    '</rss>\n',
  ]);
}

function entry(edition: Edition, item: Item): string {
  return lines([
    '<item>',
    element('title', item.title),
    element('link', linkOf(edition, item)),
    item.guid === null ? '' : `<guid isPermaLink="false">${escapeXml(item.guid)}</guid>`,
    element('dc:creator', item.author),
    item.published === null ? '' : element('pubDate', rfc822(item.published, edition.paper.zone)),
    item.updated === null ? '' : element('atom:updated', new Date(item.updated).toISOString()),
    ...item.categories.map((category) => element('category', category)),
    element('description', item.summary),
    cdata('content:encoded', bodyOf(edition, item)),
    mediaContent(pictureOf(edition, item)),
    '</item>',
  ]);
}
