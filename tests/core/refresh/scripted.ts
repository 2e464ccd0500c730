import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Library, LibraryOptions } from '../../../electron/core/library';
import { bytesOf, openLibrary, temporaryFolder } from '../library/temporary';
import { START } from './following';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
}

export interface ScriptedServer {
  /** 'http://127.0.0.1:PORT'. */
  origin: string;
  host: string;
  /** In the order in which they came. */
  requests: Asked[];
  /** From now on this path is answered so; every other one is a 404. */
  answer(path: string, answer: Answer | ((asked: Asked) => Answer)): void;
  /** Connections are refused from now on. */
  close(): Promise<void>;
}

/** A server that answers what the test says, header by header. */
export async function startScripted(): Promise<ScriptedServer> {
  const answers = new Map<string, (asked: Asked) => Answer>();
  const requests: Asked[] = [];
  const server = createServer(({ url: path = '', headers }, response) => {
    const asked = { path, headers };
    requests.push(asked);
    const { status = 200, headers: own = {}, body = '' } = answers.get(path)?.(asked) ?? { status: 404 };
    response
      .writeHead(status, { 'content-type': 'application/rss+xml', ...own })
      .end(status === 304 ? undefined : body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    requests,
    close,
    answer: (path, answer) => void answers.set(path, typeof answer === 'function' ? answer : () => answer),
  };
}

export interface Story {
  slug: string;
  title?: string;
  text?: string;
  /** As an RSS date. */
  published?: string;
}

/** An RSS feed of these stories; `more` goes into its channel. */
export const rss = (stories: readonly Story[], more = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Scripted Post</title>${more}${stories.map(item).join('')}</channel></rss>`;

const item = ({ slug, title = `Story ${slug}`, text = `What happened in ${slug}.`, published }: Story): string =>
  `<item><title>${title}</title><link>https://paper.example/${slug}</link>` +
  `<guid isPermaLink="false">${slug}</guid><description>${text}</description>` +
  `${published ? `<pubDate>${published}</pubDate>` : ''}</item>`;

/** A library in which these addresses are followed, at a time that the test moves on. */
export async function followingAt(addresses: readonly string[], more: Partial<LibraryOptions> = {}) {
  const folder = await temporaryFolder();
  const clock = { now: START };
  const options = { now: () => clock.now, random: () => 0.5, ...more };
  const library = await openLibrary(folder, options);
  const rows = addresses.map((address) => `<outline type="rss" text="" xmlUrl="${address}"/>`);
  const opml = `<opml version="2.0"><head/><body>${rows.join('')}</body></opml>`;
  const imported = await library.handlers['feeds.import']({ opml: bytesOf(opml) });
  return { folder, library, clock, options, imported };
}

/** The one feed that is followed. */
export async function onlyFeed({ handlers }: Library) {
  const { feeds } = await handlers['library.overview']({});
  const [feed] = feeds;
  if (!feed || feeds.length > 1) throw new Error(`${feeds.length} feeds are followed`);
  return feed;
}

export const healthOf = async (library: Library) =>
  library.handlers['feeds.health']({ id: (await onlyFeed(library)).id });
