import { once } from 'node:events';
import http, { type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeXml } from './feed-server/xml';

export interface WrittenItem {
  title: string;
  html: string;
  enclosures?: { path: string; type: string; length: number }[];
}

export interface WrittenFeed {
  url: string;
  origin: string;
  /** Every request so far, oldest first. */
  asked: { path: string; headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

export type Answer = (headers: IncomingHttpHeaders, response: ServerResponse) => void;

/** A feed on loopback that says what a test has written; `{origin}` in it stands for the server's address. */
export async function startWrittenFeed(
  items: WrittenItem[],
  {
    language = 'en',
    title = 'Written',
    files = {},
    newest = Date.now(),
  }: { language?: string; title?: string; files?: Record<string, Answer>; newest?: number } = {},
): Promise<WrittenFeed> {
  const asked: WrittenFeed['asked'] = [];
  let origin = '';
  const server = http.createServer(({ url = '/', headers }, response) => {
    asked.push({ path: url, headers });
    const file = files[url];
    if (file) file(headers, response);
    else if (url === '/feed.xml') {
      response
        .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' })
        .end(feed(items, { language, title, newest }).replaceAll('{origin}', origin));
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/feed.xml`,
    origin,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Written {
  language: string;
  title: string;
  /** When the first item was published; each that follows a minute before. */
  newest: number;
}

const feed = (items: WrittenItem[], { language, title, newest }: Written): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${escapeXml(title)}</title><link>{origin}/</link>
<language>${language}</language>${items.map((one, n) => item(one, n, newest)).join('')}</channel></rss>`;

const item = ({ title, html, enclosures = [] }: WrittenItem, n: number, newest: number): string =>
  `<item><guid>written-${n}</guid><title>${escapeXml(title)}</title><link>{origin}/story-${n}</link>
<pubDate>${new Date(newest - n * 60_000).toUTCString()}</pubDate>
<description>${escapeXml(html)}</description>${enclosures.map(enclosure).join('')}</item>`;

const enclosure = ({ path, type, length }: { path: string; type: string; length: number }): string =>
  `<enclosure url="{origin}${path}" type="${type}" length="${length}"/>`;
