import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a person or a script may do to a running demonstration, by name; each says what it has done. */
export type Deeds = Readonly<Record<string, () => string | Promise<string>>>;

export interface Control {
  /** 'http://127.0.0.1:PORT/control'; POST to a deed's name below it. */
  readonly address: string;
  close(): Promise<void>;
}

/** A second, small server for the deeds, which stays up while the network of the first is cut. */
export async function startControl(deeds: Deeds): Promise<Control> {
  const server = createServer((request, response) => {
    answer(deeds, request, response).catch((error: unknown) => say(response, 500, String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/control`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(deeds: Deeds, { method, url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = /^\/control\/([a-z]+)$/.exec(url)?.[1] ?? '';
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  if (!deed) return say(response, 404, `There is ${Object.keys(deeds).join(', ')}.`);
  if (method !== 'POST') return say(response, 405, 'POST to it.');
  say(response, 200, await deed());
}

function say(response: ServerResponse, code: number, text: string): void {
  response.writeHead(code, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
