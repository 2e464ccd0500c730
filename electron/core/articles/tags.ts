import { fold } from '../../contract/fold';
import { cut } from './cut';

/** More than any article needs; the store counts on it. */
export const MOST_TAGS = 30;
const LONGEST_TAG = 100;
const MOST_REMEMBERED = 50_000;

const remembered = new Map<string, string>();

/** What two spellings of the same tag have in common. The same few tags are asked for again and again. */
export function tagKey(name: string): string {
  let key = remembered.get(name);
  if (key === undefined) {
    key = fold(name);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(name, key);
  }
  return key;
}

/** Each tag once, in the spelling that comes first. */
export function distinctTags(names: Iterable<string>): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) if (!byKey.has(tagKey(name))) byKey.set(tagKey(name), name);
  byKey.delete('');
  return [...byKey.values()];
}

/** A feed's categories as tags: as they are spelt, without repeats, not too many and not too long. */
export const tagsFrom = (categories: readonly string[]): string[] =>
  distinctTags(
    categories.slice(0, 10 * MOST_TAGS).map((name) => cut(name.replace(/\s+/g, ' ').trim(), LONGEST_TAG)),
  ).slice(0, MOST_TAGS);
