import * as v from 'valibot';
import { BodyRecord, type PackedBody, packBody } from './body-record';
import { Damage } from './frame';
import { piecesOf } from './pieces';
import { type Content, NO_BYTES, type Shape } from './safe-json-file';

/** Some articles of one feed, by their id. */
export interface BodySegment {
  feedId: string;
  bodies: ReadonlyMap<string, PackedBody>;
}

const SEGMENT_ARTICLES = 200;
const SEGMENT_BYTES = 1_000_000;

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
