import * as v from 'valibot';
import type { Shape } from './safe-json-file';

const Text = v.nullable(v.string());
const Time = v.nullable(v.number());

/** One article as published, whole: with it a lost index row can be made again. The HTML is as the feed has it. */
const BodyRecord = v.strictObject({
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
  hash: v.string(),
  guid: Text,
  html: v.string(),
  enclosures: v.array(v.strictObject({ url: v.string(), type: Text, length: Time })),
});
export type BodyRecord = v.InferOutput<typeof BodyRecord>;

/** Some articles of one feed, by their id. */
const Bodies = v.record(v.string(), BodyRecord);

export interface BodySegment {
  bodies: v.InferOutput<typeof Bodies>;
}

const SEGMENT_ARTICLES = 200;
const SEGMENT_CHARACTERS = 2_000_000;

/** The shape of one feed's body files. */
export const bodyShape = (feedId: string): Shape<BodySegment> => ({
  version: 1,
  // Bodies are only added to, and are the greater part of the library.
  keepsPrevious: false,
  encode: ({ bodies }) => ({ feed: feedId, bodies }),
  decode: (value) => ({ bodies: v.parse(v.strictObject({ feed: v.literal(feedId), bodies: Bodies }), value).bodies }),
});

/** What still goes into a segment. */
export interface Room {
  articles: number;
  characters: number;
}

export function roomIn({ bodies }: BodySegment): Room {
  const room = { articles: SEGMENT_ARTICLES, characters: SEGMENT_CHARACTERS };
  for (const body of Object.values(bodies)) takeRoom(room, body);
  return room;
}

export const hasRoom = ({ articles, characters }: Room): boolean => articles > 0 && characters > 0;

export function takeRoom(room: Room, { html }: BodyRecord): void {
  room.articles--;
  room.characters -= html.length;
}
