import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { benchFeed } from '../../support/feed-server/bench-feed';

export interface BenchServer {
  addresses: string[];
  /** Milliseconds before each answer. */
  latency: number;
  /** How many requests came since the last time that this was asked, by status. */
  counts(): Record<number, number>;
  close(): Promise<void>;
}

interface Served {
  body: Buffer;
  etag: string;
}

const HOSTS = 50;

/** Feeds on fifty loopback addresses, so that politeness to one host is not what is measured. They stay as they are. */
export async function startBenchServer(wanted: { feeds: number; items: number; bytes: number }): Promise<BenchServer> {
  const started = Date.now();
  const served = new Map<string, Served>();
  let counts: Record<number, number> = {};
  const count = (status: number): void => {
    counts[status] = (counts[status] ?? 0) + 1;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (server.latency > 0) await pause(server.latency);
    const feed = served.get(request.url ?? '');
    if (!feed) return void response.writeHead(404).end(() => count(404));
    const headers = { etag: feed.etag, 'content-type': 'application/rss+xml; charset=utf-8' };
    if (request.headers['if-none-match'] === feed.etag)
      return void response.writeHead(304, headers).end(() => count(304));
    response.writeHead(200, { ...headers, 'content-length': feed.body.byteLength }).end(feed.body, () => count(200));
  };

  const { port, servers } = await listen((request, response) => void answer(request, response));
  const server: BenchServer = {
    addresses: [],
    latency: 0,
    counts() {
      const before = counts;
      counts = {};
      return before;
    },
    async close() {
      for (const each of servers) each.closeAllConnections();
      await Promise.all(servers.map((each) => new Promise((done) => each.close(done))));
    },
  };
  for (let n = 0; n < wanted.feeds; n++) {
    const origin = `http://127.0.0.${(n % HOSTS) + 1}:${port}`;
    const text = benchFeed({ id: String(n), origin, items: wanted.items, bytes: wanted.bytes, edition: 0, started });
    const body = Buffer.from(text);
    served.set(`/bench/${n}.xml`, { body, etag: `"${createHash('md5').update(body).digest('hex')}"` });
    server.addresses.push(`${origin}/bench/${n}.xml`);
  }
  return server;
}

async function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ port: number; servers: Server[] }> {
  const servers: Server[] = [];
  let port = 0;
  for (let n = 1; n <= HOSTS; n++) {
    const server = createServer(handler);
    await new Promise<void>((done, fail) => server.once('error', fail).listen(port, `127.0.0.${n}`, done));
    const address = server.address();
    if (typeof address === 'object' && address) port = address.port;
    servers.push(server);
  }
  return { port, servers };
}
