import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Answer, closedPort, pour, startServer, type TestServer } from './test-server';

const PIECE = new Uint8Array(65_536).fill(0x20);

/** The server that {@link ./fetch-contract.ts} speaks to; all that it knows of its clients it tells over HTTP. */
export async function startContractServer(): Promise<TestServer> {
  const server = await startServer({
    '/plain': send(200, { 'content-type': 'text/plain', etag: '"one"', 'set-cookie': 'seen=1; Path=/' }, 'hello'),
    '/echo': (request, response) => response.end(JSON.stringify(request.headers)),
    '/missing': send(404, {}, 'none'),
    '/broken': send(500, {}, 'fault'),
    '/locked': send(401, { 'www-authenticate': 'Basic realm="readers"' }, 'who?'),
    '/moved-301': send(301, { location: '/plain' }),
    '/moved-302': send(302, { location: '/plain' }),
    '/moved-307': send(307, { location: '/plain' }),
    '/moved-308': send(308, { location: '/plain' }),
    '/unchanged': send(304, { etag: '"one"' }),
    '/fresh': send(200, { 'cache-control': 'max-age=3600', 'content-type': 'text/plain' }, 'fresh'),
    '/gzip': send(200, { 'content-encoding': 'gzip' }, gzipSync('packed')),
    '/br': send(200, { 'content-encoding': 'br' }, brotliCompressSync('packed')),
    '/bad-gzip': send(200, { 'content-encoding': 'gzip' }, 'this was never packed'),
    '/silent': () => {},
    '/endless': (_request, response) => pour(response, PIECE),
    '/stalling': (_request, response) => response.write(PIECE),
    '/cut-length': (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    },
    '/cut-chunked': (_request, response) => response.write('half', () => response.destroy()),
    '/asked': (request, response) => {
      const path = new URL(request.url ?? '', server.url).searchParams.get('path');
      response.end(String(server.requests.filter(({ url }) => url === path).length));
    },
    '/broken-off': (request, response) => {
      const path = new URL(request.url ?? '', server.url).searchParams.get('path') ?? '';
      void server.brokenOff(path).then(() => response.end('yes'));
    },
    '/closed-port': (_request, response) => {
      void closedPort().then((port) => response.end(String(port)));
    },
  });
  return server;
}

function send(status: number, headers: Record<string, string>, body: string | Uint8Array = ''): Answer {
  return (_request, response) => response.writeHead(status, headers).end(body);
}
