import { escapeXml, lines } from './xml';

/** A row of an OPML file that is a feed. */
export interface OpmlFeed {
  title: string;
  feedUrl: string;
  homeUrl?: string;
  language?: string;
  /** Outermost first; none for a feed outside all folders. */
  folder?: readonly string[];
}

export interface OpmlOptions {
  title?: string;
  /** Folders as nested outlines (the default), or all feeds in one row. */
  nested?: boolean;
  /** Adds rows that no reader can use: no address, a wrong scheme, no address at all, the first feed a second time. */
  broken?: boolean;
}

interface Folder {
  feeds: OpmlFeed[];
  folders: Map<string, Folder>;
}

/** An OPML 2.0 subscription list. */
export function opml(
  feeds: readonly OpmlFeed[],
  { title = 'The invented press', nested = true, broken }: OpmlOptions = {},
): string {
  const root = emptyFolder();
  for (const feed of feeds) place(root, feed, nested ? (feed.folder ?? []) : []);
  return lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    `<head><title>${escapeXml(title)}</title></head>`,
    '<body>',
    outlines(root),
    broken ? brokenRows(feeds[0]) : '',
    '</body>',
    '</opml>\n',
  ]);
}

function emptyFolder(): Folder {
  return { feeds: [], folders: new Map() };
}

function place(folder: Folder, feed: OpmlFeed, path: readonly string[]): void {
  const [name, ...rest] = path;
  if (name === undefined) {
    folder.feeds.push(feed);
    return;
  }
  const inner = folder.folders.get(name) ?? emptyFolder();
  folder.folders.set(name, inner);
  place(inner, feed, rest);
}

function outlines({ feeds, folders }: Folder): string {
  const inner = [...folders].map(([name, folder]) =>
    lines([`<outline text="${escapeXml(name)}">`, outlines(folder), '</outline>']),
  );
  return lines([...feeds.map(outline), ...inner]);
}

function outline({ title, feedUrl, homeUrl, language }: OpmlFeed): string {
  const attribute = (name: string, value: string | undefined) => (value ? ` ${name}="${escapeXml(value)}"` : '');
  const more = attribute('htmlUrl', homeUrl) + attribute('language', language);
  return `<outline type="rss" text="${escapeXml(title)}" title="${escapeXml(title)}" xmlUrl="${escapeXml(feedUrl)}"${more} />`;
}

function brokenRows(first: OpmlFeed | undefined): string {
  return lines([
    '<outline type="rss" text="No address" />',
    '<outline type="rss" text="An empty address" xmlUrl="" />',
    '<outline type="rss" text="A file" xmlUrl="file:///etc/hostname" />',
    '<outline type="rss" text="Not an address" xmlUrl="not an address" />',
    first ? outline(first) : '',
  ]);
}
