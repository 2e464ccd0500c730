import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface Shown {
  slug: string;
  guid?: string;
}

interface ChangingFeed {
  address: string;
  show(...stories: Shown[]): void;
  /** Takes it off the network. */
  cut(): void;
}

/** A feed that shows what the test says, and may take stories away and bring them back. */
export async function changingFeed(): Promise<ChangingFeed> {
  let shown: readonly Shown[] = [];
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(shown));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(cut);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/feed`,
    cut,
    show: (...stories) => {
      shown = stories;
    },
  };
}

const rss = (stories: readonly Shown[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Changing</title>${stories.map(item).join('')}</channel></rss>`;

const item = ({ slug, guid = slug }: Shown): string =>
  `<item><title>Story ${slug}</title><link>https://paper.example/${slug}</link>` +
  `<guid isPermaLink="false">${guid}</guid><description>What happened in ${slug}.</description></item>`;
