import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { Damage } from './frame';

const Text = v.nullable(v.string());
const Time = v.nullable(v.number());

const PageText = v.object({
  /** Of the article when its page was fetched: with another one it is to be fetched anew. */
  hash: v.string(),
  /** Where the page was found in the end, and when. */
  url: v.string(),
  at: v.number(),
  title: Text,
  byline: Text,
  published: Time,
  language: Text,
  tags: v.array(v.string()),
  /** Of the page, where its text shows none. */
  picture: Text,
  words: v.number(),
  /** Whether the page itself says, or shows, that it is not all. */
  isCut: v.boolean(),
  html: v.string(),
});
/** What an article's page says, kept beside what the feed says. */
export type PageText = v.InferOutput<typeof PageText>;

/** One article as published, whole: with it a lost index row can be made again. The HTML is as the feed has it. */
export const BodyRecord = v.object({
  title: v.string(),
  link: Text,
  author: Text,
  summary: v.string(),
  picture: Text,
  published: Time,
  updated: Time,
  arrived: v.number(),
  language: Text,
  words: v.number(),
  tags: v.array(v.string()),
  /** Missing in what the first versions wrote. */
  regions: v.optional(v.array(v.string())),
  regionTags: v.optional(v.number()),
  hash: v.string(),
  guid: Text,
  html: v.string(),
  enclosures: v.array(v.object({ url: v.string(), type: Text, length: Time })),
  /** What the publisher said before, the latest first. */
  earlier: v.optional(v.array(v.object({ title: v.string(), html: v.string(), until: v.number() }))),
  /** Of its page, where that was fetched. */
  page: v.optional(PageText),
});
export type BodyRecord = v.InferOutput<typeof BodyRecord>;

/** A record, deflated: half the disk, and adding to a segment need not read what is there. */
export type PackedBody = Uint8Array;

const LARGEST_BODY = 64 * 1024 * 1024;
/** A window as large as most texts: a larger one takes as long to make as all the rest. */
const SPEED = { level: 1, windowBits: 13, memLevel: 6, chunkSize: 4_096 };

export const packBody = (record: BodyRecord): PackedBody => deflateRawSync(JSON.stringify(record), SPEED);

/** The record in a packed body. Throws {@link Damage} when it is none. */
export function unpackBody(packed: PackedBody): BodyRecord {
  try {
    return v.parse(BodyRecord, JSON.parse(inflateRawSync(packed, { maxOutputLength: LARGEST_BODY }).toString()));
  } catch (error) {
    throw new Damage(error instanceof Error ? error.message : String(error));
  }
}

/** What of a header its text's record has too: what the publisher wrote, and what was made of it. */
type Published = Omit<BodyRecord, 'html' | 'enclosures' | 'earlier' | 'page'>;

/** What of a record no header has. */
export type Texts = Pick<BodyRecord, 'html' | 'enclosures' | 'earlier' | 'page'>;

/** The record of an article, without the reader's side. */
export function recordOf(header: Published, body: Texts): BodyRecord {
  const { title, link, author, summary, picture, published, updated, arrived, language, words, tags, hash, guid } =
    header;
  const { regions, regionTags } = header;
  const described = { title, link, author, summary, picture, published, updated, arrived, language, words };
  return { ...described, tags, regions, regionTags, hash, guid, ...body };
}
