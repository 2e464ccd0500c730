import * as v from 'valibot';
import type { Row } from './index-rows';

/** Identifiers of articles, one after the other without anything between. */
const Ids = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{16})+$/));
const Bits = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));

/**
 * What a line of the journal says. Each gives a state and not a step, so that it may be read twice, and again over index
 * files that know it already; only the order counts.
 */
const JournalRecord = v.variant('is', [
  /** These articles have the bits `set` and lack the bits `clear`. */
  v.object({ is: v.literal('flags'), set: Bits, clear: Bits, ids: Ids }),
  v.object({ is: v.literal('ownTags'), id: Ids, tags: v.array(v.string()) }),
  /** These articles of a feed are there, with what the publisher says; the reader's side is that of those that are there already. */
  v.object({ is: v.literal('articles'), feed: v.string(), rows: v.array(v.unknown()) }),
  /** These articles are deleted, and what has one of these other names, by feed, must not come either. */
  v.object({ is: v.literal('gone'), ids: Ids, others: v.optional(v.record(v.string(), Ids)) }),
]);
export type JournalRecord = v.InferOutput<typeof JournalRecord>;

/** Throws when a whole line is none of ours. */
export const readRecord = (value: unknown): JournalRecord => v.parse(JournalRecord, value);

export const articlesRecord = (feed: string, rows: Row[]): JournalRecord => ({ is: 'articles', feed, rows });

const ID = 16;

export function* idsOf(ids: string): Iterable<string> {
  for (let at = 0; at < ids.length; at += ID) yield ids.slice(at, at + ID);
}
