import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { type Answer, closedPort, pour, startServer, type TestServer } from './test-server';

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
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
    '/deflate': send(200, { 'content-encoding': 'deflate' }, deflateSync('packed')),
    '/bare-deflate': send(200, { 'content-encoding': 'deflate' }, deflateRawSync('packed')),
    '/zstd': send(200, { 'content-encoding': 'zstd' }, zstd('packed')),
    '/gzip-twice': send(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('packed'))),
    '/no-coding': send(200, { 'content-encoding': 'utf-8' }, 'packed'),
    '/gzip-bomb': send(200, { 'content-encoding': 'gzip' }, gzipSync(new Uint8Array(30_000_000))),
    '/br-bomb': send(200, { 'content-encoding': 'br' }, brotliCompressSync(new Uint8Array(30_000_000), FAST)),
    '/nested-bomb': send(200, { 'content-encoding': 'gzip' }, gzipSync(gzipSync(new Uint8Array(30_000_000)))),
    '/odd-headers': (request) => {
      request.socket.end('HTTP/1.1 200 OK\r\nX-Title: خبر\r\nEtag: "1"\r\nContent-Length: 2\r\n\r\nok');
    },
    '/odd-status': (request) => request.socket.end('HTTP/1.1 999 Denied\r\nContent-Length: 2\r\n\r\nno'),
    '/to-file': send(302, { location: 'file:///etc/hostname' }),
    '/to-script': send(302, { location: 'javascript:alert(1)' }),
    '/reset': (request) => request.socket.resetAndDestroy(),
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

/** One frame with one block that is not packed at all (RFC 8878, 3.1.1), for fewer than 256 bytes. */
function zstd(text: string): Buffer {
  const { length } = Buffer.from(text);
  const lastRawBlock = (length << 3) | 1;
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0x20, length, lastRawBlock & 0xff, lastRawBlock >> 8, 0];
  return Buffer.concat([Buffer.from(head), Buffer.from(text)]);
}
