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

/** The JSON of an index file; its numbers, the lists of its tags and its texts are in the bytes behind. */
const Index = v.object({
  feed: v.string(),
  rows: Count,
  titles: v.string(),
  languages: Words,
  tags: Words,
  regions: Words,
  ownTags: v.array(v.tuple([Count, Words])),
  /** How many bytes each part has: tags, regions, and the chunks of texts. */
  tagBytes: Count,
  regionBytes: Count,
  chunks: v.array(Count),
});

/** The shape of one feed's index files. */
export const indexShape = (feedId: string): Shape<IndexBlock> => ({
  version: 2,
  keepsPrevious: true,
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
  const [packedTags, packedRegions, chunks] = [tags.pack(rows), regions.pack(rows), texts.pack()];
  const value: v.InferOutput<typeof Index> = {
    feed: feedId,
    rows,
    titles: titles.pack(rows),
    languages,
    tags: packedTags.words,
    regions: packedRegions.words,
    ownTags: [...ownTags],
    tagBytes: packedTags.bytes.byteLength,
    regionBytes: packedRegions.bytes.byteLength,
    chunks: chunks.map(({ byteLength }) => byteLength),
  };
  const bytes = Buffer.concat([...columns.toBytes(rows), packedTags.bytes, packedRegions.bytes, ...chunks]);
  return { value, bytes };
}

function blockIn({ value, bytes }: Content, feedId: string): IndexBlock {
  const index = v.parse(Index, value);
  if (index.feed !== feedId) throw new Damage(`it is no index of feed ${feedId}`);
  const { rows, languages } = index;
  const sizes = [IndexColumns.sizeOf(rows), index.tagBytes, index.regionBytes, ...index.chunks];
  const [columns = NO_BYTES, tags = NO_BYTES, regions = NO_BYTES] = piecesOf(bytes, sizes);
  const texts = bytes.subarray(columns.byteLength + tags.byteLength + regions.byteLength);
  const parts: BlockParts = {
    feedId,
    rows,
    columns: IndexColumns.fromBytes(columns, rows),
    titles: new Titles(index.titles, rows),
    tags: WordLists.unpack(index.tags, tags, rows),
    regions: WordLists.unpack(index.regions, regions, rows),
    languages,
    ownTags: new Map(index.ownTags),
    texts: PackedTexts.unpack(texts, index.chunks, rows),
  };
  return new IndexBlock(feedId, parts);
}
