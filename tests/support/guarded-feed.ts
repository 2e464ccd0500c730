import { once } from 'node:events';
import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GuardedFeed {
  url: string;
  /** Of every request so far, oldest first. */
  asked: IncomingHttpHeaders[];
  /** From now on lets in only who gives this name and password (HTTP basic auth, RFC 7617). */
  guard(username: string, password: string): void;
  close(): Promise<void>;
}

const FEED = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Members’ Letter</title><link>http://letter.example/</link>
<description>For those who were let in</description>
<item><guid>letter-1</guid><title>What the porter knows</title><description>He says little.</description></item>
</channel></rss>
`;

/** A feed on loopback that can be put behind a login, and remembers what it was sent. */
export async function startGuardedFeed(): Promise<GuardedFeed> {
  const asked: IncomingHttpHeaders[] = [];
  let wanted: string | null = null;
  const server = http.createServer(({ headers }, response) => {
    asked.push(headers);
    if (wanted === null || headers.authorization === wanted) {
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(FEED);
    } else {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="members"' }).end('members only');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/letter.xml`,
    asked,
    guard: (username, password) => {
      wanted = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
