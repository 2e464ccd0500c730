import * as v from 'valibot';
import { Damage } from './frame';
import { type BlockParts, IndexBlock } from './index-block';
import { IndexColumns } from './index-columns';
import { blockOfRows } from './index-rows';
import { PackedTexts } from './packed-texts';
import { piecesOf } from './pieces';
import { type Content, NO_BYTES, type Shape } from './safe-json-file';
import { Titles } from './titles';
import { WordLists } from './word-lists';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Words = v.array(v.string());

/** The JSON of an index file; its numbers, titles, lists of tags and texts are in the bytes behind. */
const Index = v.object({
  feed: v.string(),
  rows: Count,
  /** Whether the titles have one byte a letter, or two. */
  isLatin: v.boolean(),
  languages: Words,
  tags: Words,
  regions: Words,
  ownTags: v.array(v.tuple([Count, Words])),
  /** How many bytes each part has: titles, tags, regions, and the chunks of texts. */
  titleBytes: Count,
  tagBytes: Count,
  regionBytes: Count,
  chunks: v.array(Count),
});

/** The shape of one feed's index files. */
export const indexShape = (feedId: string): Shape<IndexBlock> => ({
  version: 2,
  keepsPrevious: true,
  isJournaled: true,
  stamp: ({ version }) => version,
  encode: contentOf,
  decode: (content) => blockIn(content, feedId),
  migrations: [rowsToColumns(feedId)],
});

/** From version 1, in which each row was an array of JSON. */
const rowsToColumns =
  (feedId: string) =>
  ({ value }: Content): Content =>
    contentOf(blockOfRows(value, feedId));

function contentOf(block: IndexBlock): Content {
  block.sweep();
  const { feedId, parts } = block;
  const { rows, columns, titles, tags, regions, languages, ownTags, texts } = parts;
  const [packedTitles, packedTags, packedRegions] = [titles.pack(rows), tags.pack(rows), regions.pack(rows)];
  const chunks = texts.pack();
  const value: v.InferOutput<typeof Index> = {
    feed: feedId,
    rows,
    isLatin: packedTitles.isLatin,
    languages,
    tags: packedTags.words,
    regions: packedRegions.words,
    ownTags: [...ownTags],
    titleBytes: packedTitles.bytes.byteLength,
    tagBytes: packedTags.bytes.byteLength,
    regionBytes: packedRegions.bytes.byteLength,
    chunks: chunks.map(({ byteLength }) => byteLength),
  };
  const packed = [packedTitles.bytes, packedTags.bytes, packedRegions.bytes];
  const bytes = Buffer.concat([...columns.toBytes(rows), ...packed, ...chunks]);
  return { value, bytes };
}

function blockIn({ value, bytes }: Content, feedId: string): IndexBlock {
  const index = v.parse(Index, value);
  if (index.feed !== feedId) throw new Damage(`it is no index of feed ${feedId}`);
  const { rows, languages, isLatin } = index;
  const sizes = [IndexColumns.sizeOf(rows), index.titleBytes, index.tagBytes, index.regionBytes, ...index.chunks];
  const [columns = NO_BYTES, titles = NO_BYTES, tags = NO_BYTES, regions = NO_BYTES] = piecesOf(bytes, sizes);
  const texts = bytes.subarray(columns.byteLength + titles.byteLength + tags.byteLength + regions.byteLength);
  const parts: BlockParts = {
    feedId,
    rows,
    columns: IndexColumns.fromBytes(columns, rows),
    titles: Titles.unpack({ isLatin, bytes: titles }, rows),
    tags: WordLists.unpack(index.tags, tags, rows),
    regions: WordLists.unpack(index.regions, regions, rows),
    languages,
    ownTags: new Map(index.ownTags),
    texts: PackedTexts.unpack(texts, index.chunks, rows),
  };
  return new IndexBlock(feedId, parts);
}
