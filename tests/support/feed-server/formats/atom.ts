import { rfc3339 } from '../dates';
import { bodyOf, type Edition, linkOf, pictureOf } from '../edition';
import type { Item } from '../press';
import { element, escapeXml, lines } from '../xml';

/** Atom 1.0 (RFC 4287). */
export function atom(edition: Edition): string {
  const { paper, items, home, updated } = edition;
  return lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${paper.language}">`,
    element('id', `tag:${paper.id}.example,2026:feed`),
    element('title', paper.title),
    element('subtitle', paper.description),
    `<link rel="alternate" type="text/html" href="${escapeXml(home)}" />`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(edition.feed)}" />`,
    element('updated', rfc3339(updated, paper.zone)),
    `<author>${element('name', paper.title)}</author>`,
    ...items.map((item) => entry(edition, item)),
    '</feed>\n',
  ]);
}

function entry(edition: Edition, item: Item): string {
  const { zone } = edition.paper;
  const changed = item.updated ?? item.published;
  return lines([
    '<entry>',
    element('id', item.guid),
    element('title', item.title),
    `<link rel="alternate" type="text/html" href="${escapeXml(linkOf(edition, item))}" />`,
    enclosure(pictureOf(edition, item)),
    item.author === null ? '' : `<author>${element('name', item.author)}</author>`,
    item.published === null ? '' : element('published', rfc3339(item.published, zone)),
    changed === null ? '' : element('updated', rfc3339(changed, zone)),
    ...item.categories.map((category) => `<category term="${escapeXml(category)}" />`),
    element('summary', item.summary),
    content(edition, item),
    '</entry>',
  ]);
}

function enclosure(address: string | null): string {
  return address ? `<link rel="enclosure" type="image/png" href="${escapeXml(address)}" />` : '';
}

function content(edition: Edition, item: Item): string {
  const html = bodyOf(edition, item);
  if (!edition.paper.xhtml) return `<content type="html">${escapeXml(html)}</content>`;
  return `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`;
}
