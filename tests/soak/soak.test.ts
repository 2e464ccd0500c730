import { expect, it } from 'vitest';
import { temporaryFolder } from '../core/library/temporary';
import { MISBEHAVING } from './cast';
import { BARS, findings } from './findings';
import { type Seen, soak } from './rounds';

// Other tests take the processor meanwhile: how long the event loop stood still says nothing here.
const BARS_HERE = { ...BARS, block: Number.POSITIVE_INFINITY };

it('two hundred feeds, each way of misbehaving among them, are followed for three rounds, and nothing is amiss', async () => {
  const seen = await soak({ feeds: 200, patience: 5 }, await temporaryFolder());
  expect(findings(seen, BARS_HERE)).toEqual([]);
  expect(new Set(seen.parts.map(({ role }) => role.name)).size).toBe(MISBEHAVING.length + 1);
  // Whatever had gone otherwise would have been found.
  for (const [complaint, change] of AMISS)
    expect(findings(changed(seen, change), BARS_HERE).join('\n')).toMatch(complaint);
}, 60_000);

type Change = (seen: Seen) => unknown;

const ALWAYS = { from: 0, to: Number.POSITIVE_INFINITY };
const AFTER_EACH_OTHER = { host: 'peaceful', span: { from: 1, to: 0 } };

/** What could be otherwise, and how it is found. */
const AMISS: [RegExp, Change][] = [
  [/has 19 articles, not 20/, ({ rounds }) => eachOf(rounds[2].feeds, (feed) => ({ articles: feed.articles - 1 }))],
  [/is unexpected, not not-found/, ({ rounds }) => troubleOf(rounds[0], 'not-found', { code: 'unexpected' })],
  [/is explained by “”/, ({ rounds }) => troubleOf(rounds[0], 'not-found', { message: '' })],
  [/is explained by “\? refused/, ({ rounds }) => troubleOf(rounds[0], 'not-found', { message: '? refused.' })],
  [
    /is asked again in \d+ ms/,
    ({ rounds }) => eachOf(rounds[0].feeds, (feed) => ({ nextTry: (feed.nextTry ?? 0) + 1 })),
  ],
  [/log: Something/, ({ rounds }) => rounds[1].logged.push('Something went wrong')],
  [/was asked 2, 0, 1 times/, ({ rounds: [first] }) => first.asked.push(...first.asked.slice(0, 1))],
  [/was asked 1, 1, 1 times/, ({ rounds: [first, second] }) => second.asked.push(...first.asked.slice(0, 1))],
  [/round 3: \d+ requests at once to one host/, ({ rounds }) => eachOf(rounds[2].asked, () => ({ span: ALWAYS }))],
  [
    /requests went to .* after it had asked for peace/,
    ({ rounds: [first] }) => eachOf(first.asked, () => AFTER_EACH_OTHER),
  ],
  [/the heap grew/, ({ rounds: [, , third] }) => Object.assign(third, { heap: third.heap * 3 })],
  [/memory grew/, ({ rounds: [, , third] }) => Object.assign(third, { rss: third.rss * 3 })],
  [/the last article came after/, ({ rounds: [first] }) => Object.assign(first, { lastArticleMs: 1e9 })],
  [/articles are on the disk/, ({ verified }) => Object.assign(verified, { articles: verified.articles - 1 })],
  [/is damaged: torn/, ({ verified }) => verified.damaged.push({ file: 'core.json', reason: 'torn' })],
];

function eachOf<T extends object>(all: readonly T[], change: (one: T) => Partial<T>): void {
  for (const one of all) Object.assign(one, change(one));
}

function changed(seen: Seen, change: Change): Seen {
  // Roles are compared by what they are, not by what they say.
  const { parts, ...rest } = seen;
  const copy = { ...structuredClone(rest), parts };
  change(copy);
  return copy;
}

function troubleOf({ feeds }: Seen['rounds'][0], code: string, change: { code?: string; message?: string }): void {
  for (const feed of feeds) if (feed.trouble?.code === code) feed.trouble = { ...feed.trouble, ...change };
}
