import { SIX_WORDINGS, type Wording } from '../../support/feed-server/bench-words';
import { seededChance } from '../../support/feed-server/chance';
import { rfc822, rfc3339 } from '../../support/feed-server/dates';
import { cdata, element, escapeXml, lines } from '../../support/feed-server/xml';

export type MadeFormat = 'rss' | 'atom' | 'rdf';

/** Latin, Persian, Cyrillic, Devanagari and Chinese. */
const FIVE_WORDINGS = SIX_WORDINGS.filter(({ language }) => language !== 'ar');
const BODY_BYTES = 3_000;
const APART = 37 * 60_000;
const START = Date.UTC(2026, 0, 1);

/** What one item says, before a format puts it into elements. */
interface Item {
  number: number;
  address: string;
  title: string;
  time: number;
  categories: string[];
  summary: string;
  html: string;
}

/**
 * A feed to measure with, as UTF-8: items in five scripts by turns, half of their texts in CDATA and half escaped, of
 * about 4 KB each. The same bytes for the same wishes.
 */
export function madeFeed(format: MadeFormat, items: number): Uint8Array {
  const { head, item, tail } = FORMATS[format];
  const written = Array.from({ length: items }, (_, number) => item(madeItem(number), number % 2 === 0));
  return new TextEncoder().encode(lines([head, ...written, tail]));
}

function madeItem(number: number): Item {
  const wording = FIVE_WORDINGS[number % FIVE_WORDINGS.length] as Wording;
  const chance = seededChance(`item ${number}`);
  return {
    number,
    address: `https://news.example/${wording.language}/${number}?from=feed&view=full`,
    title: wording.sentence(chance).trim(),
    time: START - number * APART,
    categories: wording.categories.filter(() => chance() < 0.3),
    summary: `<p>${wording.sentence(chance)}</p>`,
    html: body(wording, number, chance),
  };
}

/** Paragraphs as an editor's tool writes them: links, emphasis, a picture, a character or two by name. */
function body(wording: Wording, number: number, chance: () => number): string {
  const sentence = () => wording.sentence(chance);
  const paragraphs = [`<img src="https://news.example/pictures/${number}.jpg" alt="" width="960" height="540">`];
  let size = 0;
  while (size < BODY_BYTES) {
    const link = `<a href="https://news.example/${wording.language}/${number + 1}">${sentence().trim()}</a>`;
    const paragraph = `<p>${sentence()}<strong>${sentence()}</strong>${link} &ndash; ${sentence()}&nbsp;</p>`;
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph);
  }
  return paragraphs.join('\n');
}

const html = (name: string, text: string, inCdata: boolean): string =>
  inCdata ? cdata(name, text) : element(name, text);

/** The opening tag's attributes are not repeated in the closing one. */
const withType = (written: string, name: string): string => written.replace(`<${name}>`, `<${name} type="html">`);

const rssItem = (item: Item, inCdata: boolean): string =>
  lines([
    '<item>',
    element('title', item.title),
    element('link', item.address),
    `<guid isPermaLink="false">made-${item.number}</guid>`,
    element('pubDate', rfc822(item.time, 0)),
    element('dc:creator', 'A. Writer'),
    ...item.categories.map((category) => html('category', category, inCdata)),
    html('description', item.summary, inCdata),
    html('content:encoded', item.html, inCdata),
    '</item>',
  ]);

const rdfItem = (item: Item, inCdata: boolean): string =>
  lines([
    `<item rdf:about="${escapeXml(item.address)}">`,
    element('title', item.title),
    element('link', item.address),
    element('dc:date', rfc3339(item.time, 0)),
    element('dc:creator', 'A. Writer'),
    ...item.categories.map((category) => html('dc:subject', category, inCdata)),
    html('description', item.summary, inCdata),
    html('content:encoded', item.html, inCdata),
    '</item>',
  ]);

const atomEntry = (item: Item, inCdata: boolean): string =>
  lines([
    '<entry>',
    element('title', item.title),
    `<link rel="alternate" type="text/html" href="${escapeXml(item.address)}"/>`,
    element('id', `tag:news.example,2026:${item.number}`),
    element('published', rfc3339(item.time, 0)),
    element('updated', rfc3339(item.time, 0)),
    `<author>${element('name', 'A. Writer')}</author>`,
    ...item.categories.map((category) => `<category term="${escapeXml(category)}"/>`),
    withType(html('summary', item.summary, inCdata), 'summary'),
    withType(html('content', item.html, inCdata), 'content'),
    '</entry>',
  ]);

const HEAD = `${element('title', 'Made News')}${element('link', 'https://news.example/')}`;
const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"';

const FORMATS = {
  rss: {
    head: `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" ${DC} ${CONTENT}><channel>${HEAD}`,
    item: rssItem,
    tail: '</channel></rss>\n',
  },
  rdf: {
    head: `<?xml version="1.0"?>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ${DC} ${CONTENT}><channel rdf:about="https://news.example/">${HEAD}</channel>`,
    item: rdfItem,
    tail: '</rdf:RDF>\n',
  },
  atom: {
    head: `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">${element('title', 'Made News')}<link href="https://news.example/"/>`,
    item: atomEntry,
    tail: '</feed>\n',
  },
};
