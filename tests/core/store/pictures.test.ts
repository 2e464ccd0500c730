import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Part } from '../../../electron/core/store/layout';
import { picturePartFile } from '../../../electron/core/store/layout';
import { LibraryFile } from '../../../electron/core/store/library-file';
import { noPictures, type PicturePart, picturePartShape } from '../../../electron/core/store/pictures/picture-part';
import { Pictures } from '../../../electron/core/store/pictures/pictures';
import { Turns } from '../../../electron/core/store/turns';

const FEEDS = ['aa', 'bb', 'cc'];

function open(folder: string): Pictures {
  const turns = new Turns(2);
  return new Pictures({
    folder,
    recovered: () => {},
    open: (part: Part) =>
      LibraryFile.openOrStart({
        folder,
        turns,
        recovered: () => {},
        file: picturePartFile(part),
        shape: picturePartShape(part.feedId),
        initial: noPictures(part.feedId),
      }),
  });
}

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(path.join(folder, 'pictures'), { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile() && !entry.name.includes('.json'))
    .map(({ name }) => name)
    .sort();
}

const feed = fc.constantFrom(...FEEDS);
const article = fc.integer({ min: 0, max: 4 }).map((n) => `a${n}`);
const picture = fc.integer({ min: 0, max: 6 });
const step = fc.oneof(
  fc.record({ do: fc.constant('keep' as const), feed, article, pictures: fc.uniqueArray(picture, { maxLength: 4 }) }),
  fc.record({ do: fc.constant('drop' as const), feed, article }),
  // A picture that was written when the program died, before anybody said what it is for.
  fc.record({ do: fc.constant('crash' as const), picture, half: fc.boolean() }),
  fc.record({ do: fc.constant('collect' as const) }),
  fc.record({ do: fc.constant('collectWhileKeeping' as const), feed, article, picture }),
);

it('whatever comes, goes and crashes: no orphan after a collection, and no picture missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      let folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-pictures-'));
      const there = new Map<string, Set<number>>();
      await mkdir(path.join(folder, 'pictures'));
      let pictures = open(folder);
      const bytes = (n: number): Buffer => Buffer.from(`picture ${n}`);
      const partOf = (feedId: string): Part => ({ feedId, n: 0 });
      const isThere = ({ feedId }: Part, id: string): boolean => there.has(`${feedId}/${id}`);
      const collect = (): Promise<number> => pictures.collect(isThere, () => []);
      const keep = async (feedId: string, id: string, numbers: readonly number[]): Promise<void> => {
        const names = new Map<number, string>();
        for (const n of numbers) names.set(n, await pictures.put(bytes(n)));
        there.set(`${feedId}/${id}`, new Set(numbers));
        const withAll = (part: PicturePart): PicturePart => ({
          ...part,
          kept: new Map([
            ...part.kept,
            ...[...names].map(
              ([n, name]) => [`/${n}`, { name, type: 'image/png', width: 1, height: 1, bytes: 9 }] as const,
            ),
          ]),
          articles: new Map([
            ...part.articles,
            [
              id,
              { hash: 'h', whole: true, page: false, addresses: numbers.map((n) => `/${n}`), thumbnail: null },
            ] as const,
          ]),
        });
        await pictures.change(partOf(feedId), withAll, [...names.values()]);
      };
      const check = async (): Promise<void> => {
        for (const [key, numbers] of there) {
          const [feedId = '', id = ''] = key.split('/');
          const part = await pictures.part(partOf(feedId));
          expect(part.articles.get(id)?.addresses).toEqual([...numbers].map((n) => `/${n}`));
          for (const n of numbers) {
            const read = await pictures.read(part.kept.get(`/${n}`)?.name ?? '');
            expect(read?.equals(bytes(n))).toBe(true);
          }
        }
      };
      try {
        for (const next of steps) {
          if (next.do === 'keep') await keep(next.feed, next.article, next.pictures);
          if (next.do === 'drop') there.delete(`${next.feed}/${next.article}`);
          if (next.do === 'collect') await collect();
          if (next.do === 'collectWhileKeeping')
            await Promise.all([collect(), keep(next.feed, next.article, [next.picture]), collect()]);
          if (next.do === 'crash') {
            const name = await pictures.put(bytes(next.picture));
            if (next.half) await writeFile(path.join(folder, 'pictures', name.slice(0, 2), `${name}.0f.1.tmp`), 'ha');
            const copy = await mkdtemp(path.join(os.tmpdir(), 'caravan-pictures-'));
            await cp(folder, copy, { recursive: true });
            await rm(folder, { recursive: true });
            folder = copy;
            pictures = open(folder);
          }
          await check();
        }
        await collect();
        await check();
        const wanted = new Set((await pictures.references()).keys());
        expect(await filesIn(folder)).toEqual([...wanted].sort());
        const shown = new Set([...there.values()].flatMap((numbers) => [...numbers]));
        expect(wanted.size).toBe(shown.size);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
