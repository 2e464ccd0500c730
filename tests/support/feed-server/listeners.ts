import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The same server on one port of several loopback addresses, which can vanish and come back there. */
export interface Listeners {
  readonly port: number;
  /** Refuses all connections from now on and breaks the open ones. */
  cut(): Promise<void>;
  /** Listens again where it listened. */
  restore(): Promise<void>;
}

/** Listens on all `hosts`; port 0 takes a free one. Rejects where a host or the port cannot be had. */
export async function listen(handle: RequestListener, hosts: readonly string[], wished: number): Promise<Listeners> {
  const servers = hosts.map((host) => ({ host, server: createServer({ keepAliveTimeout: 60_000 }, handle) }));
  let port = wished;
  const open = async () => {
    // One after the other: the first may be the one to choose the port.
    for (const { host, server } of servers) {
      if (server.listening) continue;
      server.listen(port, host);
      await once(server, 'listening');
      port = (server.address() as AddressInfo).port;
    }
  };
  const cut = async () => {
    await Promise.all(servers.map(({ server }) => shut(server)));
  };
  await open().catch(async (error: unknown) => {
    await cut();
    throw error;
  });
  return { port, cut, restore: open };
}

async function shut(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
