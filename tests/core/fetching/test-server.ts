import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer {
  url: string;
  /** What was asked for, in order. */
  requests: IncomingMessage[];
  /** Resolves once the other side has broken off an answer to this path. */
  brokenOff(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A server on loopback that answers by path; what is not in the table is a 404. */
export async function startServer(answers: Record<string, Answer>): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const breaks = new Map<string, Signal>();
  const breakOf = (path: string): Signal => {
    const known = breaks.get(path) ?? signal();
    breaks.set(path, known);
    return known;
  };
  const server = createServer((request, response) => {
    requests.push(request);
    const path = new URL(request.url ?? '/', 'http://server').pathname;
    response.on('close', () => {
      if (!response.writableFinished) breakOf(path).give();
    });
    // A client that goes away in mid-answer is what these tests are about.
    response.on('error', () => {});
    const answer = answers[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end('not here');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    brokenOff: (path) => breakOf(path).given,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A port on loopback where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Writes the same piece over and over, as fast as it is taken, until `most` bytes are sent or the other side goes. */
export function pour(response: ServerResponse, piece: Uint8Array, most = Number.POSITIVE_INFINITY): void {
  let sent = 0;
  const more = (): void => {
    while (!response.destroyed && sent < most) {
      sent += piece.byteLength;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}

interface Signal {
  given: Promise<void>;
  give: () => void;
}

function signal(): Signal {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
