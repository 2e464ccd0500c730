import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { Damage } from './frame';
import { piecesOf } from './pieces';
import { type Content, NO_BYTES, type Shape } from './safe-json-file';

const Text = v.nullable(v.string());
const Time = v.nullable(v.number());

/** One article as published, whole: with it a lost index row can be made again. The HTML is as the feed has it. */
const BodyRecord = v.object({
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
});
export type BodyRecord = v.InferOutput<typeof BodyRecord>;

/** A record, deflated: half the disk, and adding to a segment need not read what is there. */
export type PackedBody = Uint8Array;

/** Some articles of one feed, by their id. */
export interface BodySegment {
  feedId: string;
  bodies: ReadonlyMap<string, PackedBody>;
}

const SEGMENT_ARTICLES = 200;
const SEGMENT_BYTES = 1_000_000;
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

const Directory = v.object({ feed: v.string(), ids: v.array(v.string()), sizes: v.array(v.number()) });
const FirstVersion = v.object({ feed: v.string(), bodies: v.record(v.string(), BodyRecord) });

/** The shape of one feed's body files. */
export const bodyShape = (feedId: string): Shape<BodySegment> => ({
  version: 2,
  // Bodies are only added to, and are the greater part of the library.
  keepsPrevious: false,
  encode: contentOf,
  decode(content) {
    const segment = segmentIn(content);
    if (segment.feedId !== feedId) throw new Damage(`it holds no texts of feed ${feedId}`);
    return segment;
  },
  migrations: [packEach],
});

/** From version 1, in which the records were plain JSON. */
function packEach({ value }: Content): Content {
  const { feed, bodies } = v.parse(FirstVersion, value);
  return contentOf({
    feedId: feed,
    bodies: new Map(Object.entries(bodies).map(([id, record]) => [id, packBody(record)])),
  });
}

function contentOf({ feedId, bodies }: BodySegment): Content {
  const packed = [...bodies.values()];
  const sizes = packed.map(({ byteLength }) => byteLength);
  return { value: { feed: feedId, ids: [...bodies.keys()], sizes }, bytes: Buffer.concat(packed) };
}

function segmentIn({ value, bytes }: Content): BodySegment {
  const { feed, ids, sizes } = v.parse(Directory, value);
  if (ids.length !== sizes.length) throw new Damage('its directory is cut');
  const pieces = piecesOf(bytes, sizes);
  return { feedId: feed, bodies: new Map(ids.map((id, at) => [id, pieces[at] ?? NO_BYTES])) };
}

/** What still goes into a segment. */
export interface Room {
  articles: number;
  bytes: number;
}

export function roomIn({ bodies }: BodySegment): Room {
  const room = { articles: SEGMENT_ARTICLES, bytes: SEGMENT_BYTES };
  for (const body of bodies.values()) takeRoom(room, body);
  return room;
}

export const hasRoom = ({ articles, bytes }: Room): boolean => articles > 0 && bytes > 0;

export function takeRoom(room: Room, { byteLength }: PackedBody): void {
  room.articles--;
  room.bytes -= byteLength;
}
