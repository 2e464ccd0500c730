import { dateLine } from './dates';
import { bodyOf, type Edition, feedFile, linkOf } from './edition';
import type { Item } from './press';
import { escapeXml, lines } from './xml';

const FEED_TYPES = {
  rss: 'application/rss+xml',
  rdf: 'application/rdf+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;

const RTL_SCRIPTS = /^(ar|fa|ps|ur)\b/;

/** An article's page, shaped as such pages are: date, region tags, the headline twice, and everything after the text. */
export function articlePage(edition: Edition, item: Item): string {
  const { paper, items, home } = edition;
  const { related, about, filler, follow } = paper.words;
  const title = escapeXml(item.title ?? paper.title);
  const others = items.filter((other) => other !== item && other.title !== null).slice(0, 4);
  const tag = (text: string) => `<a href="${escapeXml(home)}" rel="tag">${escapeXml(text)}</a>`;
  return page(edition, `${item.title ?? item.summary} | ${paper.title}`, [
    `<nav><a href="${escapeXml(home)}">${escapeXml(paper.title)}</a></nav>`,
    '<main>',
    item.published === null ? '' : `<p class="date">${dateLine(item.published, paper.language).toUpperCase()}</p>`,
    `<p class="tags">${item.categories.map(tag).join(' ')}</p>`,
    `<h2 class="crumb">${title}</h2>`,
    '<article>',
    `<h1>${title}</h1>`,
    item.author === null ? '' : `<p class="byline">${escapeXml(item.author)}</p>`,
    bodyOf(edition, item),
    '</article>',
    `<section class="related"><h3>${escapeXml(related)}</h3><ul>${others.map((other) => row(edition, other)).join('')}</ul></section>`,
    '</main>',
    `<aside><h3>${escapeXml(about)}</h3><p>${escapeXml(filler)}</p></aside>`,
    `<footer><a href="${escapeXml(home)}">${escapeXml(follow)}</a></footer>`,
  ]);
}

/** A paper's front page, with the links that discovery lives on. */
export function homePage(edition: Edition): string {
  const { paper, items } = edition;
  return page(edition, paper.title, [
    `<h1>${escapeXml(paper.title)}</h1>`,
    `<p>${escapeXml(paper.description)}</p>`,
    `<ul>${items.map((item) => row(edition, item)).join('')}</ul>`,
  ]);
}

/** The server's own front page: every paper, and the OPML of them all. It has no feed itself. */
export function frontPage(editions: readonly Edition[]): string {
  const papers = editions.map(
    ({ paper, home }) => `<li><a href="${escapeXml(home)}">${escapeXml(paper.title)}</a></li>`,
  );
  return lines([
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><title>The invented press</title></head><body>',
    `<h1>The invented press</h1><ul>${papers.join('')}</ul>`,
    '<p><a href="/subscriptions.opml">All of them as OPML</a></p>',
    '</body></html>\n',
  ]);
}

function page(edition: Edition, title: string, body: readonly string[]): string {
  const { paper, origin } = edition;
  const direction = RTL_SCRIPTS.test(paper.language) ? 'rtl' : 'ltr';
  return lines([
    '<!doctype html>',
    `<html lang="${paper.language}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeXml(title)}</title>`,
    `<link rel="icon" type="image/png" sizes="64x64" href="${origin}/${paper.id}/icon.png">`,
    ...alternates(edition),
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>\n',
  ]);
}

function alternates({ paper, home, feed }: Edition): string[] {
  const link = (type: string, href: string, title: string) =>
    `<link rel="alternate" type="${type}" title="${escapeXml(title)}" href="${escapeXml(href)}">`;
  const own = link(FEED_TYPES[paper.format], paper.discovery === 'relative' ? feedFile(paper) : feed, paper.title);
  if (paper.discovery === 'none') return [];
  if (paper.discovery !== 'two') return [own];
  return [own, link(FEED_TYPES.atom, `${home}atom.xml`, `${paper.title} (Atom)`)];
}

function row(edition: Edition, item: Item): string {
  return `<li><a href="${escapeXml(linkOf(edition, item))}">${escapeXml(item.title ?? item.summary)}</a></li>`;
}
