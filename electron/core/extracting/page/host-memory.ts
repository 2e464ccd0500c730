import { createHash } from 'node:crypto';
import type { HostMemory } from '../../../contract/extracted-page';
import { type Block, blocksOf, takeAway } from './blocks';
import { key } from './text-key';

/** As much as is known of a host that was never visited. */
export const NOTHING_LEARNT: HostMemory = { pages: 0, addresses: [], blocks: [] };

const MOST_BLOCKS = 300;
const MOST_OF_A_PAGE = 150;
const MOST_ADDRESSES = 50;
/** At so many pages all counts are halved. */
const MOST_PAGES = 64;
const FEWEST_PAGES = 3;
const SHARE = 0.5;
const DIGEST_LENGTH = 11;
/** What is learnt must leave so much of a page, in characters: the page of an error repeats as a whole. */
const LEFT = 120;

/**
 * Takes from a page what its host repeats on every page, and gives what is known of the host now: a block that was on three
 * pages or more, and half of all, is no part of any article. `isKept` spares the title.
 */
export function dropRepeated(
  body: Element,
  address: string,
  memory: HostMemory,
  isKept: (block: Block) => boolean,
): HostMemory {
  const blocks = blocksOf(body);
  const digests = blocks.map((block) => digestOf(block));
  const counts = new Map(memory.blocks);
  const repeated = blocks.filter((block, at) => {
    const count = counts.get(digests[at] ?? '') ?? 0;
    return count >= FEWEST_PAGES && count >= memory.pages * SHARE && !isKept(block);
  });
  const length = (some: readonly Block[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const learnt = learn(memory, digest(address), digests);
  if (length(blocks) - length(repeated) >= LEFT) for (const { element } of repeated) takeAway(element, body);
  return learnt;
}

function learn(memory: HostMemory, address: string, digests: readonly string[]): HostMemory {
  if (memory.addresses.includes(address)) return memory;
  const counts = new Map(memory.blocks);
  const ends =
    digests.length > MOST_OF_A_PAGE
      ? [...digests.slice(0, MOST_OF_A_PAGE / 2), ...digests.slice(-MOST_OF_A_PAGE / 2)]
      : digests;
  // What repeats goes to the end, where it stays longest.
  for (const each of new Set(ends)) {
    const count = counts.get(each) ?? 0;
    if (count === 0) counts.set(each, 1);
  }
  for (const each of new Set(digests)) {
    const count = new Map(memory.blocks).get(each);
    if (count === undefined) continue;
    counts.delete(each);
    counts.set(each, count + 1);
  }
  const isFull = memory.pages + 1 >= MOST_PAGES;
  const halved = ([each, count]: [string, number]): [string, number] => [each, isFull ? Math.ceil(count / 2) : count];
  return {
    pages: isFull ? MOST_PAGES / 2 : memory.pages + 1,
    addresses: [...memory.addresses, address].slice(-MOST_ADDRESSES),
    blocks: [...counts].slice(-MOST_BLOCKS).map(halved),
  };
}

function digestOf({ element, text }: Block): string {
  const said = key(text) || text;
  return digest(said || (element.querySelector('img, iframe, video, audio')?.getAttribute('src') ?? ''));
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
