import { describe, expect, it } from 'vitest';
import { parseOpml } from '../../../electron/core/parsing/opml';
import { bytesOf, openLibrary } from '../library/temporary';
import { importing, overview, setUp } from './set-up';

describe('a list of feeds', () => {
  it('comes in without being fetched, with its folders, and goes out the same', async () => {
    const { server, library } = await setUp();
    const opml = server.opml();
    const { rows } = parseOpml(bytesOf(opml));
    server.requests.length = 0;
    expect(await importing(library, opml)).toEqual({ added: rows.length, skipped: 0, failed: [] });
    expect(server.requests).toEqual([]);
    const exported = await library.handlers['feeds.export']({});
    const byAddress = (list: typeof rows) => list.toSorted((a, b) => (a.address < b.address ? -1 : 1));
    expect(byAddress(parseOpml(bytesOf(exported.opml)).rows)).toEqual(byAddress(rows));
  });

  it('adds what is missing, makes one folder of two with the same path, and reports row by row', async () => {
    const { library } = await setUp();
    const outline = (address: string) => `<outline type="rss" text="T" xmlUrl="${address}"/>`;
    const list = (...rows: string[]) => `<opml version="2.0"><head/><body>${rows.join('')}</body></opml>`;
    const inFolder = (name: string, ...rows: string[]) => `<outline text="${name}">${rows.join('')}</outline>`;
    await importing(library, list(inFolder('ايران', outline('https://a.example/feed'))));
    const second = list(
      inFolder(
        'ایران',
        outline('http://a.example/feed/'),
        outline('https://b.example/feed'),
        inFolder('Deep', outline('https://c.example/feed')),
      ),
      outline('https://b.example/feed'),
      outline('javascript:alert(1)'),
    );
    const report = await importing(library, second);
    expect(report).toMatchObject({ added: 2, skipped: 2 });
    expect(report.failed).toHaveLength(1);
    const { folders, feeds } = await overview(library);
    expect(folders.map(({ name }) => name)).toEqual(['ايران', 'Deep']);
    expect(folders[1]?.parentId).toBe(folders[0]?.id);
    expect(feeds).toHaveLength(3);
  });

  it('of a thousand feeds comes in at once', async () => {
    const { server, library, folder } = await setUp();
    expect(await importing(library, server.opml({ bench: { feeds: 1_000 } }))).toEqual({
      added: 1_000,
      skipped: 0,
      failed: [],
    });
    await library.close();
    const { feeds, folders } = await overview(await openLibrary(folder));
    expect([feeds.length, folders.length]).toEqual([1_000, 50]);
  });

  it('of thousands of folders takes no longer a folder than one of a few hundred', async () => {
    const list = (count: number): string => {
      const folders = Array.from({ length: count }, (_, n) => {
        const row = `<outline type="rss" xmlUrl="https://paper-${n}.example/feed"/>`;
        return `<outline text="Folder ${n}">${row}</outline>`;
      });
      return `<opml version="2.0"><body>${folders.join('')}</body></opml>`;
    };
    const perFolder = async (count: number): Promise<number> => {
      const { library } = await setUp();
      const opml = list(count);
      const began = performance.now();
      expect(await importing(library, opml)).toMatchObject({ added: count, failed: [] });
      return (performance.now() - began) / count;
    };
    await perFolder(500);
    const [few, many] = [await perFolder(500), await perFolder(8_000)];
    // With a search through all folders for each it is sixteen times.
    expect(many / few).toBeLessThan(6);
  });

  it('that is none changes nothing', async () => {
    const { library } = await setUp();
    await expect(importing(library, '<html></html>')).rejects.toMatchObject({ failure: { code: 'not-opml' } });
  });

  it('names feeds as the reader had them, and as the publisher does where that is the same', async () => {
    const { server, library } = await setUp();
    const [paper] = server.papers;
    await importing(library, server.opml({ papers: [paper?.id ?? ''] }));
    await library.handlers['refresh.start']({ feedIds: null });
    expect((await overview(library)).feeds[0]).toMatchObject({ title: paper?.title, ownTitle: null });
  });
});
