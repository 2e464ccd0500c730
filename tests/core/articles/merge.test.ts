import { expect, it } from 'vitest';
import { type Kept, merge } from '../../../electron/core/articles/merge';
import { type Arrival, normalise, type ReadableItem } from '../../../electron/core/articles/normalise';

const FIRST = Date.UTC(2026, 10, 1);
const LATER = Date.UTC(2026, 10, 2);

function arrival(change: Partial<ReadableItem> = {}, now = LATER): Arrival {
  const item: ReadableItem = {
    id: 'guid-1',
    title: 'A bridge opens',
    link: 'https://paper.example/bridge',
    published: null,
    updated: null,
    author: null,
    summary: null,
    content: '<p>It opened.</p>',
    categories: [],
    language: null,
    enclosures: [],
    picture: null,
    excerpt: '',
    words: 2,
    ...change,
  };
  return normalise(item, { feedId: 'f00d', address: 'https://paper.example/feed', language: null, now });
}

/** What is kept of an article that came first and was read, bookmarked and tagged since. */
const kept = (change: Partial<ReadableItem> = {}): Kept => ({
  ...arrival(change, FIRST).header,
  read: true,
  bookmarked: true,
  ownTags: ['mine'],
});

it('takes what is new, and nothing twice', () => {
  const { added, changed } = merge([arrival(), arrival({ id: 'guid-2', link: null }), arrival()], []);
  expect(added.map(({ header }) => header.guid)).toEqual(['guid-1', 'guid-2']);
  expect(changed).toEqual([]);
});

it('takes nothing that is the same', () => {
  expect(merge([arrival()], [kept()])).toEqual({ added: [], changed: [] });
});

it('gives an edited article its new text, and leaves it all that is the reader’s', () => {
  const { added, changed } = merge([arrival({ content: '<p>It closed.</p>' })], [kept()]);
  expect(added).toEqual([]);
  expect(changed).toMatchObject([
    {
      header: { id: kept().id, arrived: FIRST, updated: LATER, read: true, bookmarked: true, ownTags: ['mine'] },
      body: { html: '<p>It closed.</p>' },
    },
  ]);
});

it('takes the publisher’s word for when it was edited', () => {
  const edit = arrival({ content: 'edited', updated: '2026-11-01T05:00:00.000Z' });
  expect(merge([edit], [kept()]).changed[0]?.header.updated).toBe(Date.UTC(2026, 10, 1, 5));
});

it('knows an article by its page when it comes under a new identifier', () => {
  const again = arrival({ id: 'guid-of-today', link: 'http://www.paper.example/bridge/?utm_medium=rss#top' });
  expect(merge([again], [kept({ link: 'https://paper.example/bridge' })]).added).toEqual([]);
  const edited = arrival({ id: 'guid-of-today', content: 'edited' });
  expect(merge([edited], [kept()]).changed.map(({ header }) => header.id)).toEqual([kept().id]);
});

it.each<[string, Partial<ReadableItem>]>([
  ['another title on the same page', { title: 'A tunnel opens' }],
  ['the same title on another page', { link: 'https://paper.example/bridge-2' }],
  ['the same title without a page', { link: null }],
  ['no title', { title: null }],
])('takes %s for another article', (_, change) => {
  expect(
    merge([arrival({ id: 'guid-2', ...change })], [kept(change.title === null ? { title: null } : {})]).added,
  ).toHaveLength(1);
});

it('lets an article with a known identifier go before one that only has the same page', () => {
  const impostor = arrival({ id: 'guid-2', content: 'of the impostor' });
  const { added, changed } = merge([impostor, arrival({ content: 'edited' })], [kept()]);
  expect(added).toEqual([]);
  expect(changed.map(({ body }) => body.html)).toEqual(['edited']);
});

it('leaves an article that is dated ahead where it first stood, however often it changes', () => {
  const ahead = { published: '2027-06-01T00:00:00.000Z' };
  const edit = arrival({ ...ahead, content: 'edited' });
  expect(merge([edit], [kept(ahead)]).changed[0]?.header).toMatchObject({ published: FIRST, arrived: FIRST });
  expect(merge([edit], [kept({ published: '2026-10-30T00:00:00.000Z' })]).changed[0]?.header.published).toBe(
    Date.UTC(2026, 9, 30),
  );
});
