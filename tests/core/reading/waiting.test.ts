import { expect, it } from 'vitest';
import { EVERYTHING } from '../../../electron/contract/model';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';
import { bytesOf, listed, openLibrary, temporaryFolder } from '../library/temporary';
import { rss, startScripted } from '../refresh/scripted';

const FIRST = Date.UTC(2026, 10, 24, 9);
const SLUGS = ['one', 'two', 'three'];

/** A library in which three stories came at first, and two more an hour later. */
async function grown() {
  const clock = { now: FIRST };
  const server = await startScripted();
  const library = await openLibrary(await temporaryFolder(), { now: () => clock.now });
  const opml = `<opml version="2.0"><body><outline xmlUrl="${server.origin}/feed"/></body></opml>`;
  await library.handlers['feeds.import']({ opml: bytesOf(opml) });
  for (const slugs of [SLUGS, ['four', 'five', ...SLUGS]]) {
    server.answer('/feed', { body: rss(slugs.map((slug) => ({ slug }))) });
    await library.handlers['refresh.start']({ feedIds: null });
    clock.now += 60 * 60_000;
  }
  const { articles } = await listed(library);
  const idOf = (slug: string): string => articles.find(({ title }) => title === `Story ${slug}`)?.id ?? '';
  return { library, clock, idOf };
}

const ALL = { filter: EVERYTHING, sort: 'newest', offset: 0, limit: 10 } as const;

it('what arrived after the list was opened waits, and is counted', async () => {
  const { library, idOf } = await grown();
  const { handlers } = library;
  const page = await handlers['articles.list']({ ...ALL, keep: [], until: FIRST });
  expect(page).toMatchObject({ total: 3, unread: 3, newer: 2 });
  expect(new Set(page.articles.map(({ id }) => id))).toEqual(new Set(SLUGS.map(idOf)));
  expect(await handlers['articles.list']({ ...ALL, keep: [] })).toMatchObject({ total: 5, newer: 0 });
  // One that the reader has opened by another way stays listed.
  const kept = await handlers['articles.list']({ ...ALL, keep: [idOf('four')], until: FIRST });
  expect(kept).toMatchObject({ total: 4, newer: 1 });
});

it('places are counted without what waits, and what waits has none', async () => {
  const { library, idOf } = await grown();
  const place = (slug: string, until?: number) =>
    library.handlers['articles.place']({
      ...{ filter: EVERYTHING, sort: 'arrived', keep: [], id: idOf(slug) },
      ...(until !== undefined && { until }),
    });
  const [{ place: before }, { place: now }] = [await place('one', FIRST), await place('one')];
  expect((now ?? 0) - (before ?? 0)).toBe(2);
  expect(await place('five', FIRST)).toEqual({ place: null });
});

it('marking all as read leaves what waits unread', async () => {
  const { library, idOf } = await grown();
  await library.handlers['articles.markAll']({ filter: EVERYTHING, until: FIRST });
  const { articles } = await listed(library);
  const unread = articles.filter(({ read }) => !read).map(({ id }) => id);
  expect(new Set(unread)).toEqual(new Set([idOf('four'), idOf('five')]));
});

it('what a clock that ran ahead has dated is listed all the same', async () => {
  const { library, clock } = await grown();
  clock.now = FIRST + 60_000;
  expect(await library.handlers['articles.list']({ ...ALL, keep: [], until: FIRST })).toMatchObject({
    total: 5,
    newer: 0,
  });
});

it('what waited long for a worker arrives when it is taken in: it does not slip into a list that is held', async () => {
  const clock = { now: FIRST };
  const server = await startScripted();
  const day = 24 * 60 * 60_000;
  server.answer('/feed', {
    body: rss([{ slug: 'dated' }, { slug: 'early', published: new Date(FIRST + 30 * day).toUTCString() }]),
  });
  const held = FIRST + 1_000;
  const library = await openLibrary(await temporaryFolder(), {
    now: () => clock.now,
    work: {
      ...workInThisThread,
      readArticles: async (...asked) => {
        const read = await workInThisThread.readArticles(...asked);
        clock.now += 5_000;
        return read;
      },
    },
  });
  const opml = `<opml version="2.0"><body><outline xmlUrl="${server.origin}/feed"/></body></opml>`;
  await library.handlers['feeds.import']({ opml: bytesOf(opml) });
  await library.handlers['refresh.start']({ feedIds: null });
  expect(await library.handlers['articles.list']({ ...ALL, keep: [], until: held })).toMatchObject({
    total: 0,
    newer: 2,
  });
  const { articles } = await listed(library);
  expect(articles.map(({ arrived }) => arrived)).toEqual([FIRST + 5_000, FIRST + 5_000]);
  // A date that is not believed is still that of the arrival.
  expect(articles.find(({ title }) => title === 'Story early')?.published).toBe(FIRST + 5_000);
});
