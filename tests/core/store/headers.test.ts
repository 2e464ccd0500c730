import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Headers } from '../../../electron/core/store/headers';
import { IndexBlock } from '../../../electron/core/store/index-block';
import { indexShape } from '../../../electron/core/store/index-file';
import type { JournalRecord } from '../../../electron/core/store/journal-records';
import type { StoredHeader } from '../../../electron/core/store/stored-header';
import { headerOf, headersOf } from './headers';

const FEEDS = ['north', 'south'];
const ids = fc.array(fc.nat(140), { maxLength: 30 });
const text = fc.constantFrom('', 'Border', 'مرز', 'a\nb', '边境', '🚂 train');
const step = fc.oneof(
  fc.record({ is: fc.constant('put' as const), feed: fc.nat(1), ids, title: text, tags: fc.array(text) }),
  fc.record({ is: fc.constant('mark' as const), ids, read: fc.boolean(), bookmarked: fc.boolean() }),
  fc.record({ is: fc.constant('tag' as const), ids, tags: fc.array(text, { maxLength: 3 }) }),
  fc.record({ is: fc.constant('drop' as const), ids }),
);
const steps = fc.array(fc.record({ step, refused: fc.boolean() }), { maxLength: 25 });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What should be there, kept as plain objects. */
type Model = Map<string, StoredHeader | 'gone'>;

const idOf = (feed: number, n: number) => headerOf({ n: feed * 1_000 + n, feedId: '' }).id;
/** An article belongs to one feed: here the even ones to the first. */
const owner = (n: number) => n % 2;

function revise(kept: StoredHeader, arriving: StoredHeader): StoredHeader {
  return { ...arriving, read: kept.read, bookmarked: kept.bookmarked, ownTags: kept.ownTags };
}

async function act(headers: Headers, step: Step): Promise<void> {
  const rows = (numbers: number[]) =>
    numbers.map((n) => headers.rowOf(idOf(owner(n), n))).filter((row): row is number => row !== null);
  if (step.is === 'put') {
    const own = step.ids.filter((n) => owner(n) === step.feed);
    const feedId = FEEDS[step.feed] ?? '';
    const arriving = own.map((n) =>
      headerOf({ n: step.feed * 1_000 + n, feedId, title: step.title, tags: step.tags, summary: step.title }),
    );
    await headers.put(feedId, arriving, revise);
  }
  if (step.is === 'mark') await headers.mark(rows(step.ids), step);
  if (step.is === 'tag') await headers.tag(rows(step.ids), () => step.tags);
  if (step.is === 'drop') await headers.drop(step.ids.map((n) => idOf(owner(n), n)));
}

function actOn(model: Model, step: Step): void {
  for (const n of step.ids) {
    const id = idOf(owner(n), n);
    const kept = model.get(id);
    if (step.is === 'put') {
      if (owner(n) !== step.feed || kept === 'gone') continue;
      const feedId = FEEDS[step.feed] ?? '';
      const title = step.title.replaceAll('\n', ' ');
      const more = { title, tags: step.tags, summary: step.title };
      const arriving = headerOf({ n: step.feed * 1_000 + n, feedId, ...more });
      model.set(id, kept ? revise(kept, arriving) : arriving);
      continue;
    }
    if (!kept || kept === 'gone') continue;
    if (step.is === 'mark') model.set(id, { ...kept, read: step.read, bookmarked: step.bookmarked });
    if (step.is === 'tag') model.set(id, { ...kept, ownTags: step.tags });
    if (step.is === 'drop') model.set(id, 'gone');
  }
}

const stateOf = (headers: Headers): StoredHeader[] =>
  FEEDS.flatMap((feed) => [...headers.ofFeed(feed)]).toSorted((a, b) => (a.id < b.id ? -1 : 1));
const stateIn = (model: Model): StoredHeader[] =>
  [...model.values()].filter((one) => one !== 'gone').toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** As a file and back. */
function reopened(headers: Headers, records: JournalRecord[]): Headers {
  const copy = headersOf();
  for (const feed of FEEDS) {
    const shape = indexShape(feed);
    for (const block of headers.blocksOf(feed)) copy.load(shape.decode(shape.encode(block)));
  }
  for (const record of records) copy.replay(record);
  return copy;
}

it('are what the accepted changes make of them; from the journal, and from the files, and from both', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(25), async (all, saveAt) => {
      const records: JournalRecord[] = [];
      let refused = false;
      const headers = headersOf(records, () => refused);
      const model: Model = new Map();
      let saved: Headers | null = null;
      for (const [at, one] of all.entries()) {
        if (at === saveAt) saved = reopened(headers, []);
        refused = one.refused;
        const done = await act(headers, one.step).then(
          () => true,
          () => false,
        );
        // Several tags are several changes: each is refused alone, and all are here.
        if (done && !(one.refused && one.step.is === 'put' && one.step.ids.length === 0)) actOn(model, one.step);
        expect(stateOf(headers)).toEqual(stateIn(model));
        for (const [id, kept] of model) expect(headers.isGone(id)).toBe(kept === 'gone');
      }
      expect(stateOf(reopened(headers, []))).toEqual(stateIn(model));
      expect(stateOf(reopened(headersOf(), records))).toEqual(stateIn(model));
      // A journal is read over files that know a part of it, and all of it, already.
      if (saved) expect(stateOf(reopened(saved, records))).toEqual(stateIn(model));
      expect(stateOf(reopened(headers, records))).toEqual(stateIn(model));
    }),
    { numRuns: 200 },
  );
});

it('holds more than one file takes, and finds each again', async () => {
  const headers = headersOf();
  const many = Array.from({ length: 4_500 }, (_, n) => headerOf({ n, feedId: 'north' }));
  await headers.put('north', many, (kept) => kept);
  expect(headers.blocksOf('north').map(({ rows }) => rows)).toEqual([2_000, 2_000, 500]);
  expect(reopened(headers, []).get(many[3_999]?.id ?? '')).toEqual(many[3_999]);
  expect([...headers.ofFeed('north')]).toEqual(many);
});

it('takes no identifier that is none for an article', () => {
  const headers = new Headers(
    { commit: async () => {}, barrier: async () => {} },
    ({ feedId }) => new IndexBlock(feedId),
  );
  for (const id of ['none', '', '00000000000000g0', '0'.repeat(17)]) expect(headers.rowOf(id)).toBeNull();
});
