import type { Resource } from './answer';
import { benchFeed } from './bench-feed';
import { encode } from './charset';
import { type Edition, editionOf, feedFile } from './edition';
import { atom } from './formats/atom';
import { jsonFeed } from './formats/json-feed';
import { rdf } from './formats/rdf';
import { rss2 } from './formats/rss2';
import { monogram } from './monograms';
import { opml } from './opml';
import { articlePage, frontPage, homePage } from './pages';
import { picture } from './pictures';
import type { Paper } from './press';

/** Everything the server serves from. */
export interface World {
  papers: ReadonlyMap<string, Paper>;
  /** Items that came to a bench feed since the start, by its id. */
  benchEditions: ReadonlyMap<string, number>;
  started: number;
}

const FORMATS = { rss: rss2, rdf, atom, json: jsonFeed } as const;
const TYPES = {
  rss: 'application/rss+xml',
  rdf: 'application/rdf+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};
const FILES: Record<string, keyof typeof FORMATS> = {
  'rss.xml': 'rss',
  'rdf.xml': 'rdf',
  'atom.xml': 'atom',
  'feed.json': 'json',
};
/** A transparent GIF of 1 x 1. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What stands at an address, as the client at `origin` is to see it; null for nothing. */
export function find(world: World, { pathname, searchParams }: URL, origin: string): Resource | null {
  const [first = '', ...rest] = decodeURIComponent(pathname).slice(1).split('/');
  const file = rest.join('/');
  if (first === '') return html(frontPage(editions(world, origin)), world.started);
  if (first === 'subscriptions.opml')
    return text('text/x-opml; charset=utf-8', subscriptions(world, origin), world.started);
  if (first === 'pixel.gif') return { type: 'image/gif', body: PIXEL, modified: world.started };
  if (first === 'pictures') return named(file, '.png', (name) => image(picture(name), world.started));
  if (first === 'bench') return named(file, '.xml', (id) => bench(world, id, searchParams, origin));
  const paper = world.papers.get(first);
  return paper ? ofPaper(paper, file, origin) : null;
}

/** The OPML of all papers. */
function subscriptions(world: World, origin: string): string {
  return opml(editions(world, origin).map(outlineOf));
}

export function outlineOf({ paper, feed, home }: Edition) {
  return { title: paper.title, feedUrl: feed, homeUrl: home, language: paper.language, folder: paper.folder };
}

function ofPaper(paper: Paper, file: string, origin: string): Resource | null {
  const edition = editionOf(paper, origin);
  const { sample, modified, items } = paper;
  if (file === '') return html(homePage(edition), modified);
  if (file === 'icon.png') return image(monogram(sample.id, sample.colour), 0);
  if (file === feedFile(sample)) return ownFeed(edition);
  const format = FILES[file];
  if (format)
    return text(
      `${TYPES[format]}; charset=utf-8`,
      FORMATS[format]({ ...edition, feed: edition.home + file }),
      modified,
    );
  const item = items.find(({ slug }) => slug === file);
  return item ? html(articlePage(edition, item), modified) : null;
}

/** A paper's feed with its peculiarities of charset and compression. */
function ownFeed(edition: Edition): Resource {
  const { paper, updated } = edition;
  const document = FORMATS[paper.format](edition);
  const body = paper.charset ? encode(document, paper.charset) : Buffer.from(document);
  const charset = paper.claimedCharset ?? paper.charset ?? 'utf-8';
  const type = `${TYPES[paper.format]}; charset=${charset}`;
  return { type, body, modified: updated, ...(paper.alwaysGzip && { alwaysGzip: true }) };
}

function bench(world: World, id: string, query: URLSearchParams, origin: string): Resource {
  const wish = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
  const edition = world.benchEditions.get(id) ?? 0;
  const { started } = world;
  const feed = benchFeed({ id, origin, items: wish('items', 50), bytes: wish('bytes', 3500), edition, started });
  return text('application/rss+xml; charset=utf-8', feed, started + edition * 1000);
}

function editions(world: World, origin: string): Edition[] {
  return [...world.papers.values()].map((paper) => editionOf(paper, origin));
}

function named(file: string, extension: string, make: (name: string) => Resource): Resource | null {
  const name = file.slice(0, -extension.length);
  return file.endsWith(extension) && name !== '' && !name.includes('/') ? make(name) : null;
}

function html(document: string, modified: number): Resource {
  return text('text/html; charset=utf-8', document, modified);
}

function text(type: string, document: string, modified: number): Resource {
  return { type, body: Buffer.from(document), modified };
}

function image(body: Buffer, modified: number): Resource {
  return { type: 'image/png', body, modified };
}
