import { rfc3339 } from '../dates';
import { bodyOf, type Edition, linkOf, pictureOf } from '../edition';
import type { Item } from '../press';
import { cdata, element, escapeXml, lines, mediaContent } from '../xml';

const NAMESPACES = [
  'xmlns="http://purl.org/rss/1.0/"',
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** RSS 1.0: the items stand beside the channel, which lists them; dates and categories are Dublin Core. */
export function rdf(edition: Edition): string {
  const { paper, items, home } = edition;
  return lines([
    `<?xml version="1.0" encoding="${paper.charset ?? 'utf-8'}"?>`,
    `<rdf:RDF ${NAMESPACES}>`,
    `<channel rdf:about="${escapeXml(edition.feed)}">`,
    element('title', paper.title),
    element('link', home),
    element('description', paper.description),
    element('dc:language', paper.language),
    '<items><rdf:Seq>',
    ...items.map((item) => `<rdf:li rdf:resource="${escapeXml(linkOf(edition, item))}" />`),
    '</rdf:Seq></items>',
    '</channel>',
    ...items.map((item) => entry(edition, item)),
    '</rdf:RDF>\n',
  ]);
}

function entry(edition: Edition, item: Item): string {
  return lines([
    `<item rdf:about="${escapeXml(linkOf(edition, item))}">`,
    element('title', item.title),
    element('link', linkOf(edition, item)),
    element('description', item.summary),
    element('dc:creator', item.author),
    item.published === null ? '' : element('dc:date', rfc3339(item.published, edition.paper.zone)),
    ...item.categories.map((category) => element('dc:subject', category)),
    cdata('content:encoded', bodyOf(edition, item)),
    mediaContent(pictureOf(edition, item)),
    '</item>',
  ]);
}
