import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Library } from '../../../electron/core/library';
import { startWrittenFeed } from '../../support/written-feed';
import { listed, openLibrary, temporaryFolder } from './temporary';

const HALFWAY = { block: 12, within: 0.5, done: 0.4 };

async function written(count: number): Promise<{ library: Library; folder: string; ids: string[] }> {
  const feed = await startWrittenFeed(
    Array.from({ length: count }, (_, n) => ({
      title: `Story ${n}`,
      html: '<p>Long.</p><audio src="{origin}/inside.ogg"></audio>',
      enclosures: [{ path: `/episode-${n}.mp3`, type: 'audio/mpeg', length: 5 }],
    })),
  );
  onTestFinished(() => feed.close());
  const folder = await temporaryFolder();
  const library = await openLibrary(folder);
  await library.handlers['feeds.add']({ address: feed.url, folderId: null });
  return { library, folder, ids: (await listed(library)).articles.map(({ id }) => id) };
}

const placeIn = async ({ handlers }: Library, id: string) => (await handlers['articles.open']({ id })).place;

describe('where the reader stopped', () => {
  it('is there after a restart, and gone once the article is read to its end', async () => {
    const { library, folder, ids } = await written(2);
    const [id = '', other = ''] = ids;
    expect(await placeIn(library, id)).toBeNull();
    await library.handlers['articles.keepPlace']({ id, place: HALFWAY });
    await library.close();

    const reopened = await openLibrary(folder);
    expect(await placeIn(reopened, id)).toEqual(HALFWAY);
    expect(await placeIn(reopened, other)).toBeNull();
    await reopened.handlers['articles.keepPlace']({ id, place: null });
    await reopened.close();
    expect(await placeIn(await openLibrary(folder), id)).toBeNull();
  });

  it('is kept for what plays too, each by itself', async () => {
    const { library, folder, ids } = await written(1);
    const [id = ''] = ids;
    const { playables } = await library.handlers['articles.open']({ id });
    expect(playables.map(({ kind, url, at }) => [kind, path.posix.basename(url), at])).toEqual([
      ['audio', 'episode-0.mp3', 0],
      ['audio', 'inside.ogg', 0],
    ]);
    await library.handlers['articles.keepHeard']({ id, n: 1, seconds: 93.5 });
    await library.close();
    const reopened = await openLibrary(folder);
    expect((await reopened.handlers['articles.open']({ id })).playables.map(({ at }) => at)).toEqual([0, 93.5]);
    await reopened.handlers['articles.keepHeard']({ id, n: 1, seconds: null });
    expect((await reopened.handlers['articles.open']({ id })).playables.map(({ at }) => at)).toEqual([0, 0]);
  });

  it('is forgotten of the articles that were left longest ago, beyond two thousand', async () => {
    const { library, folder, ids } = await written(1);
    const [id = ''] = ids;
    await library.handlers['articles.keepPlace']({ id, place: HALFWAY });
    for (let n = 0; n < 2_000; n++) await library.handlers['articles.keepPlace']({ id: `other${n}`, place: HALFWAY });
    expect(await placeIn(library, id)).toBeNull();
    await library.close();
    expect(await readFile(path.join(folder, 'places.json'), 'utf8')).not.toContain(`"${id}"`);
  });

  it('is lost with a damaged file, and nothing else is', async () => {
    const { library, folder, ids } = await written(1);
    const [id = ''] = ids;
    await library.handlers['articles.keepPlace']({ id, place: HALFWAY });
    await library.close();
    await writeFile(path.join(folder, 'places.json'), 'not ours');
    const reopened = await openLibrary(folder);
    expect((await reopened.handlers['library.overview']({})).recovered.map(({ file }) => file)).toEqual([
      'places.json',
    ]);
    expect(await placeIn(reopened, id)).toBeNull();
  });
});
