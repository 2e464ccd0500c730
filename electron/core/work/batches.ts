import { deserialize, serialize } from 'node:v8';
import { Slices } from '../store/slices';

/** So much text is read back in well under a millisecond or two. */
const MOST_ITEMS = 50;
const MOST_CHARACTERS = 250_000;
/** How long the reading thread reads before it lets others have their turn, in milliseconds. */
const LONGEST_TURN = 8;

/**
 * Items as bytes, some at a time. A message is read back in one go before anything else may run, which takes a thread
 * with a large feed too long; bytes change hands without a copy and can be read little by little.
 */
export function packed(items: readonly object[]): Uint8Array<ArrayBuffer>[] {
  const batches: Uint8Array<ArrayBuffer>[] = [];
  let batch: object[] = [];
  let characters = 0;
  const end = (): void => {
    // A copy when the serialiser left room behind: what is transferred is the whole buffer.
    if (batch.length > 0) batches.push(new Uint8Array(serialize(batch)));
    batch = [];
    characters = 0;
  };
  for (const item of items) {
    batch.push(item);
    for (const value of Object.values(item)) if (typeof value === 'string') characters += value.length;
    if (batch.length === MOST_ITEMS || characters > MOST_CHARACTERS) end();
  }
  end();
  return batches;
}

/** The items again, letting others have their turn meanwhile. */
export async function unpacked<Item>(batches: readonly Uint8Array[]): Promise<Item[]> {
  const items: Item[] = [];
  const slices = new Slices(LONGEST_TURN);
  for (const batch of batches) {
    if (slices.isLong) await slices.next();
    for (const item of deserialize(batch) as Item[]) items.push(item);
  }
  return items;
}
