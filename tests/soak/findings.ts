import { GOOD, ITEMS, type Part, PEACE, PEACEFUL } from './cast';
import type { Asked, Seen, SeenRound } from './rounds';

/** What the soak may take at the most. Milliseconds and bytes. */
export interface Bars {
  lastArticleMs: number;
  block: number;
  heapGrowth: number;
  rssGrowth: number;
}

const MB = 1_000_000;
const AT_ONCE = { all: 16, host: 2 };
const HEARD_LATE_MS = 300;
const MINUTE_MS = 60_000;
const FIRST_PAUSE = 5 * MINUTE_MS;
const SECOND_PAUSE = 10 * MINUTE_MS;

/**
 * Good feeds may wait for those that hang, 30 and 90 s, and not for all of these in turn. A block is measured on a machine
 * that has other things to do: this is no goal, only what nobody should fall behind.
 */
export const BARS: Bars = { lastArticleMs: 120_000, block: 500, heapGrowth: 24 * MB, rssGrowth: 96 * MB };

/** Everything that is not as it should be, a sentence each. */
export function findings(seen: Seen, bars: Bars = BARS): string[] {
  return [
    ...arrived(seen),
    ...explained(seen),
    ...quiet(seen),
    ...polite(seen),
    ...peaceful(seen),
    ...asScheduled(seen),
    ...prompt(seen, bars),
    ...frugal(seen, bars),
    ...whole(seen),
  ];
}

/** Good feeds are there with all their articles, odd ones with what could be read of them, and nobody's is there twice. */
function arrived({ parts, rounds, published }: Seen): string[] {
  const [, , last] = rounds;
  const found = byId(last);
  return parts.flatMap(({ id, role }) => {
    const articles = found.get(id)?.articles ?? 0;
    const most = ITEMS + (published.has(id) ? 1 : 0);
    const isWell = role.code === null || role === PEACE;
    const least = isWell ? Math.ceil((role.share ?? 1) * most) : 0;
    if (articles >= least && articles <= (isWell ? most : 0)) return [];
    return [`feed ${id} (${role.name}) has ${articles} articles, not ${least === most ? most : `${least} to ${most}`}`];
  });
}

/** Who fails is explained by the one code that fits, in words, and nobody else is said to fail. */
function explained({ parts, rounds: [first, , last] }: Seen): string[] {
  const [found, later] = [byId(first), byId(last)];
  return parts.flatMap(({ id, role }) => {
    const trouble = found.get(id)?.trouble ?? null;
    const code = trouble?.code ?? null;
    if (code !== role.code && !mayWait(id, parts)) return [`feed ${id} (${role.name}) is ${code}, not ${role.code}`];
    // A fact that a message misses is a question mark that stands alone.
    if (trouble && (!trouble.message || /(?:^|\s|“)\?/.test(trouble.message)))
      return [`feed ${id} (${role.name}) is explained by “${trouble.message}”`];
    const afterwards = later.get(id)?.trouble?.code ?? null;
    const expected = role === PEACE ? null : role.code;
    return afterwards === expected ? [] : [`feed ${id} (${role.name}) is ${afterwards} in the end, not ${expected}`];
  });
}

/** The log has nothing to say of feeds: what is wrong with them is said at the feed. */
const quiet = ({ rounds }: Seen): string[] => rounds.flatMap(({ logged }) => logged.map((line) => `log: ${line}`));

function polite({ rounds }: Seen): string[] {
  return rounds.flatMap(({ asked }, n) => {
    const { all, host } = mostAtOnce(asked);
    const found: string[] = [];
    if (all > AT_ONCE.all) found.push(`round ${n + 1}: ${all} requests at once`);
    if (host > AT_ONCE.host) found.push(`round ${n + 1}: ${host} requests at once to one host`);
    return found;
  });
}

/** Once a host has asked for peace nobody goes there any more in the same round, but for one who is at the door. */
function peaceful({ parts, rounds: [first] }: Seen): string[] {
  const asking = new Set(parts.filter(({ role }) => role === PEACE).map(({ path }) => path));
  const wish = first.asked.find(({ path }) => asking.has(path));
  const later = first.asked.filter(({ host, span }) => wish && host === wish.host && span.from > wish.span.to);
  return later.length > 1 ? [`${later.length} requests went to ${wish?.host} after it had asked for peace`] : [];
}

/** How many requests were under way at the same time, at the most: of all hosts, and of one. */
export function mostAtOnce(asked: readonly Asked[]): { all: number; host: number } {
  const most = { all: 0, host: 0 };
  for (const { host, span } of asked) {
    const beside = asked.filter((other) => other.span.from <= span.from && endOf(other) >= span.from);
    most.all = Math.max(most.all, beside.length);
    most.host = Math.max(most.host, beside.filter((other) => other.host === host).length);
  }
  return most;
}

/** That a client has hung up a server hears only after the fact, and a busy one later. */
const endOf = ({ span, isBrokenOff }: Asked): number =>
  isBrokenOff ? Math.max(span.from, span.to - HEARD_LATE_MS) : span.to;

/** Everybody is asked when due and at no other time, once; a second time only when the connection was cut. */
function asScheduled({ parts, rounds }: Seen): string[] {
  const [first, failing, well] = rounds;
  return parts.flatMap((part) => {
    const { id, role } = part;
    if (!isSeen(part)) return [];
    const times = rounds.map(({ asked }) => asked.filter(({ path }) => path === part.path).length);
    const tries = role.code === 'connection-cut' ? 2 : 1;
    const isHeld = times[0] === 0 && mayWait(id, parts);
    const isFailing = role.code !== null;
    const expected = isHeld ? [0, 1, 0] : [tries, isFailing && role.code !== 'gone' ? tries : 0, isFailing ? 0 : 1];
    const said = `feed ${id} (${role.name})`;
    if (times.join() !== expected.join())
      return [`${said} was asked ${times.join(', ')} times, not ${expected.join(', ')}`];
    if (!isFailing || role.code === 'gone' || role === PEACE) return [];
    return [
      ...pauses(`${said} after the first round`, first, id, FIRST_PAUSE),
      ...pauses(`${said} after the second round`, failing, id, SECOND_PAUSE),
      ...pauses(`${said} after the third round`, well, id, failing.at + SECOND_PAUSE - well.at),
    ];
  });
}

function pauses(said: string, round: SeenRound, id: string, expected: number): string[] {
  const next = byId(round).get(id)?.nextTry ?? null;
  const pause = next === null ? null : next - round.at;
  return pause === expected ? [] : [`${said} is asked again in ${pause} ms, not ${expected}`];
}

/** Nobody listens there, or nobody understands. */
const isSeen = ({ role }: Part): boolean => role.code !== 'connection-refused' && role.code !== 'certificate-invalid';

/** Those on the host that asks for peace are asked a round later when it asks before their turn. */
function mayWait(id: string, parts: readonly Part[]): boolean {
  const part = parts.find((each) => each.id === id);
  return part !== undefined && new URL(part.address).hostname === PEACEFUL;
}

function prompt({ rounds: [first, ...others] }: Seen, bars: Bars): string[] {
  const found: string[] = [];
  if (first.lastArticleMs > bars.lastArticleMs) found.push(`the last article came after ${first.lastArticleMs} ms`);
  for (const { block } of [first, ...others])
    if (block > bars.block) found.push(`nothing else could run for ${block.toFixed(0)} ms`);
  return found;
}

function frugal({ rounds: [first, , last] }: Seen, bars: Bars): string[] {
  const found: string[] = [];
  if (last.heap - first.heap > bars.heapGrowth) found.push(`the heap grew from ${first.heap} to ${last.heap} bytes`);
  if (last.rss - first.rss > bars.rssGrowth) found.push(`memory grew from ${first.rss} to ${last.rss} bytes`);
  return found;
}

function whole({ verified, rounds: [, , last] }: Seen): string[] {
  const articles = last.feeds.reduce((sum, feed) => sum + feed.articles, 0);
  const lost = verified.articles === articles ? [] : [`${verified.articles} articles are on the disk, not ${articles}`];
  return [...lost, ...verified.damaged.map(({ file, reason }) => `${file} is damaged: ${reason}`)];
}

/** By the number in the address, which stays when a feed moves. */
function byId({ feeds }: SeenRound): Map<string, SeenRound['feeds'][number]> {
  return new Map(feeds.map((feed) => [/\/bench\/(\d+)\.xml/.exec(feed.address)?.[1] ?? '', feed]));
}

/** How often each way of misbehaving is there, and how it is explained to the reader. */
export function troubles({ parts, rounds: [first] }: Seen): { name: string; feeds: number; message: string }[] {
  const found = byId(first);
  const names = [...new Set(parts.map(({ role }) => role.name))];
  return names.map((name) => {
    const same = parts.filter(({ role }) => role.name === name);
    const [explained] = same.flatMap(({ id }) => found.get(id)?.trouble ?? []);
    const message = name === GOOD.name || !explained ? 'read' : `${explained.code}: ${explained.message}`;
    return { name, feeds: same.length, message };
  });
}
