import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { ProxyRoute } from '../../../electron/core/fetching/fetch';

export interface TestProxy {
  route: ProxyRoute;
  /** What was asked for, in order: `CONNECT host:port`, `GET http://…` or `SOCKS host:port`. */
  asked: string[];
  /** How many connections came in. */
  connections: number;
  close(): Promise<void>;
}

interface ProxyOptions {
  /** Where on loopback a host is; all others are out of the proxy's reach. */
  hosts: Record<string, string>;
  /** Who is let in; everybody where it is left out. */
  login?: { username: string; password: string };
}

/** A proxy on loopback for http: absolute form and CONNECT (RFC 9110). Its hosts exist nowhere else. */
export async function startHttpProxy({ hosts, login }: ProxyOptions): Promise<TestProxy> {
  const asked: string[] = [];
  const isLetIn = ({ headers }: http.IncomingMessage): boolean => {
    const pair = login && Buffer.from(`${login.username}:${login.password}`).toString('base64');
    return pair === undefined || headers['proxy-authorization'] === `Basic ${pair}`;
  };
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { host, pathname, search } = new URL(request.url ?? '');
    const target = hosts[host];
    if (!isLetIn(request)) response.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end('who?');
    else if (!target) response.writeHead(502, { 'proxy-status': 'test; error=dns_error' }).end('no such host');
    else {
      const { 'proxy-authorization': _, ...headers } = request.headers;
      request.pipe(
        http.request(target + pathname + search, { method: request.method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 0, answer.headers);
          answer.pipe(response);
        }),
      );
    }
  });
  server.on('connect', (request, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    const target = hosts[request.url ?? ''];
    if (!isLetIn(request)) socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    else if (!target) socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
    else join(socket, target, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  });
  return started(server, 'http', asked);
}

/** A SOCKS5 proxy on loopback (RFC 1928, 1929) that resolves names by itself. */
export async function startSocksProxy({ hosts, login }: ProxyOptions): Promise<TestProxy> {
  const asked: string[] = [];
  const server = net.createServer((socket) => void serveSocks(socket).catch(() => socket.destroy()));
  async function serveSocks(socket: Socket): Promise<void> {
    socket.on('error', () => {});
    const read = reader(socket);
    const [, methods = 0] = await read(2);
    const offered = await read(methods);
    const method = login ? 2 : 0;
    if (!offered.includes(method)) return void socket.end(Buffer.from([5, 0xff]));
    socket.write(Buffer.from([5, method]));
    if (login) {
      const [, nameLength = 0] = await read(2);
      const name = (await read(nameLength)).toString();
      const [length = 0] = await read(1);
      const isRight = name === login.username && (await read(length)).toString() === login.password;
      socket.write(Buffer.from([1, isRight ? 0 : 1]));
      if (!isRight) return void socket.end();
    }
    const [, , , type] = await read(4);
    const host = type === 3 ? (await read((await read(1))[0] ?? 0)).toString() : [...(await read(4))].join('.');
    const port = (await read(2)).readUInt16BE();
    asked.push(`SOCKS ${host}:${port}`);
    const target = hosts[port === 80 ? host : `${host}:${port}`];
    const answer = (code: number): boolean => socket.write(Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]));
    if (target) join(socket, target, () => answer(0));
    else {
      answer(4);
      socket.end();
    }
  }
  return started(server, 'socks5', asked);
}

/** Gives the next so many bytes, as they come. */
function reader(socket: Socket): (count: number) => Promise<Buffer> {
  return async (count) => {
    for (;;) {
      const bytes = count === 0 ? Buffer.alloc(0) : (socket.read(count) as Buffer | null);
      if (bytes) return bytes;
      await once(socket, 'readable');
    }
  };
}

function join(socket: Socket, target: string, ready: () => void): void {
  const { hostname, port } = new URL(target);
  const upstream = net.connect(Number(port), hostname, () => {
    ready();
    socket.pipe(upstream).pipe(socket);
  });
  upstream.on('error', () => socket.destroy());
  upstream.on('close', () => socket.destroy());
  socket.on('error', () => upstream.destroy());
  socket.on('close', () => upstream.destroy());
}

async function started(server: net.Server, kind: ProxyRoute['kind'], asked: string[]): Promise<TestProxy> {
  const open = new Set<Socket>();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: TestProxy = {
    route: { kind, host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    asked,
    connections: 0,
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
  server.on('connection', (socket: Socket) => {
    proxy.connections++;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  return proxy;
}
