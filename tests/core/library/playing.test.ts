import { describe, expect, it, onTestFinished } from 'vitest';
import type { Library } from '../../../electron/core/library';
import { inParts, silence } from '../../support/media-files';
import { type Answer, startWrittenFeed, type WrittenFeed } from '../../support/written-feed';
import { listed, openLibrary, temporaryFolder } from './temporary';

const FILE = silence(2);

/** A feed with one article that has these enclosures, each served as it says or by an answer of its own. */
async function episode(
  enclosures: { path: string; type: string; length: number }[],
  files: Record<string, Answer>,
): Promise<{ library: Library; id: string; feed: WrittenFeed }> {
  const feed = await startWrittenFeed([{ title: 'Episode', html: '<p>Listen.</p>', enclosures }], { files });
  onTestFinished(() => feed.close());
  const library = await openLibrary(await temporaryFolder());
  await library.handlers['feeds.add']({ address: feed.url, folderId: null });
  const [article] = (await listed(library)).articles;
  feed.asked.length = 0;
  return { library, id: article?.id ?? '', feed };
}

const wav = { path: '/a.wav', type: 'audio/wav', length: FILE.length };
const part = (id: string, range: string | null, n = 0) => ({ id, n, range, signal: new AbortController().signal });

describe('what plays in an article', () => {
  it('comes as its server has it, whole or the part that is asked for', async () => {
    const { library, id, feed } = await episode([wav], { '/a.wav': inParts(FILE, 'audio/wav') });
    const whole = await library.play(part(id, null));
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect(Buffer.from(await whole.arrayBuffer()).equals(FILE)).toBe(true);
    const some = await library.play(part(id, 'bytes=100-199'));
    expect([some.status, some.headers.get('content-range')]).toEqual([206, `bytes 100-199/${FILE.length}`]);
    expect(Buffer.from(await some.arrayBuffer()).equals(FILE.subarray(100, 200))).toBe(true);
    expect(feed.asked.map(({ path, headers }) => [path, headers['accept-encoding'], headers.cookie])).toEqual([
      ['/a.wav', 'identity', undefined],
      ['/a.wav', 'identity', undefined],
    ]);
  });

  it('is not asked for before it is played', async () => {
    const { library, id, feed } = await episode([wav], { '/a.wav': inParts(FILE, 'audio/wav') });
    await library.handlers['articles.open']({ id });
    expect(feed.asked).toEqual([]);
  });

  it('is not played when its server sends something else, or nothing', async () => {
    const { library, id } = await episode(
      [wav, { path: '/b.mp3', type: 'audio/mpeg', length: 1 }, { path: '/c.mp3', type: 'audio/mpeg', length: 1 }],
      {
        '/a.wav': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<script>1</script>'),
        '/c.mp3': (_, response) => response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('ID3'),
      },
    );
    await expect(library.play(part(id, null))).rejects.toMatchObject({ failure: { code: 'not-playable' } });
    await expect(library.play(part(id, null, 1))).rejects.toMatchObject({ failure: { code: 'not-found' } });
    // A server that does not know what it has: the feed does.
    expect((await library.play(part(id, null, 2))).headers.get('content-type')).toBe('audio/mpeg');
  });

  it('is only what the article itself names', async () => {
    const { library, id } = await episode([wav], { '/a.wav': inParts(FILE, 'audio/wav') });
    await expect(library.play(part(id, null, 1))).rejects.toMatchObject({ failure: { code: 'not-playable' } });
    await expect(library.play(part('nobody', null))).rejects.toMatchObject({ failure: { code: 'unknown-article' } });
  });

  it('does not lead into the reader’s own network from outside', async () => {
    const { library, id, feed } = await episode([wav], {
      '/a.wav': (_, response) => response.writeHead(302, { location: 'http://192.168.0.1/admin.wav' }).end(),
    });
    await expect(library.play(part(id, null))).rejects.toMatchObject({ failure: { code: 'private-address' } });
    expect(feed.asked).toHaveLength(1);
  });

  it('is read no further once nobody listens', async () => {
    let left = (): void => {};
    const ended = new Promise<void>((resolve) => {
      left = resolve;
    });
    const { library, id } = await episode([wav], {
      '/a.wav': (_, response) => {
        response.on('close', left).writeHead(200, { 'content-type': 'audio/wav' });
        const pour = (): void => {
          if (!response.destroyed && response.write(Buffer.alloc(65_536))) setImmediate(pour);
        };
        response.on('drain', pour);
        pour();
      },
    });
    const endless = await library.play(part(id, null));
    const reader = endless.body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBeGreaterThan(0);
    await reader?.cancel();
    await ended;
  });
});
