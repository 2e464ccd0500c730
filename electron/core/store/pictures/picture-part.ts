import * as v from 'valibot';
import { Damage } from '../frame';
import { NO_BYTES, type Shape } from '../safe-json-file';

/** The name of a kept picture: the SHA-256 of its bytes, and nothing of where it is from. */
const PictureName = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const Kept = v.object({
  name: PictureName,
  type: v.string(),
  /** Pixels; null for a drawing. */
  width: v.nullable(v.number()),
  height: v.nullable(v.number()),
  bytes: v.number(),
});
/** A picture that is here, as one address has it. */
export type KeptPicture = v.InferOutput<typeof Kept>;

const Missed = v.object({
  /** Of the failure. */
  code: v.string(),
  tries: v.number(),
  /** When it is asked for again; null when it is given up. */
  next: v.nullable(v.number()),
});
/** A picture that could not be had. */
export type MissedPicture = v.InferOutput<typeof Missed>;

const MissedPage = v.object({
  ...Missed.entries,
  /** Of the article when its page was asked for: with another one it is asked for anew. */
  hash: v.string(),
  /** The facts of the failure. */
  detail: v.record(v.string(), v.union([v.string(), v.number()])),
});
/** A page that could not be had. */
export type MissedPage = v.InferOutput<typeof MissedPage>;

const ArticlePictures = v.object({
  /** Of the article when its text was looked through; another one means that it is to be looked through again. */
  hash: v.string(),
  /** Whether all of its text is here, as far as that can be told. */
  whole: v.boolean(),
  /** Whether its page's text is here. */
  page: v.optional(v.boolean(), false),
  /** In the order of the text, the lead picture first. */
  addresses: v.array(v.string()),
  thumbnail: v.nullable(PictureName),
});
/** What of an article's pictures is to be here. */
export type ArticlePictures = v.InferOutput<typeof ArticlePictures>;

const Stored = v.object({
  feed: v.string(),
  kept: v.array(v.tuple([v.string(), Kept])),
  missed: v.array(v.tuple([v.string(), Missed])),
  articles: v.array(v.tuple([v.string(), ArticlePictures])),
  /** By article. Missing in what the first version wrote. */
  missedPages: v.optional(v.array(v.tuple([v.string(), MissedPage])), []),
});

/** The pictures of the articles whose texts lie in one body file: by address, and by article what it refers to. Immutable. */
export interface PicturePart {
  feedId: string;
  kept: ReadonlyMap<string, KeptPicture>;
  missed: ReadonlyMap<string, MissedPicture>;
  articles: ReadonlyMap<string, ArticlePictures>;
  /** Pages of articles that could not be had, by article. */
  missedPages: ReadonlyMap<string, MissedPage>;
}

export const noPictures = (feedId: string): PicturePart => ({
  feedId,
  kept: new Map(),
  missed: new Map(),
  articles: new Map(),
  missedPages: new Map(),
});

/** pictures/<feed>-<n>.json: all of it can be found and fetched again, so one generation is enough. */
export const picturePartShape = (feedId: string): Shape<PicturePart> => ({
  version: 1,
  keepsPrevious: false,
  encode: ({ kept, missed, articles, missedPages }) => ({
    value: {
      feed: feedId,
      kept: [...kept],
      missed: [...missed],
      articles: [...articles],
      missedPages: [...missedPages],
    },
    bytes: NO_BYTES,
  }),
  decode({ value }) {
    const { feed, kept, missed, articles, missedPages } = v.parse(Stored, value);
    if (feed !== feedId) throw new Damage(`it is of feed ${feed}`);
    return {
      feedId,
      kept: new Map(kept),
      missed: new Map(missed),
      articles: new Map(articles),
      missedPages: new Map(missedPages),
    };
  },
});

/** The names of all files that a part refers to; one as often as it is referred to. */
export function* namesIn({ kept, articles }: PicturePart): Iterable<string> {
  for (const { name } of kept.values()) yield name;
  for (const { thumbnail } of articles.values()) if (thumbnail !== null) yield thumbnail;
}

/** The part without the articles that are not kept, and without the pictures that nobody refers to then. */
export function prunedPart(part: PicturePart, isKept: (id: string) => boolean): PicturePart {
  const articles = new Map([...part.articles].filter(([id]) => isKept(id)));
  const wanted = new Set([...articles.values()].flatMap(({ addresses }) => addresses));
  const only = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([address]) => wanted.has(address)));
  const missedPages = new Map([...part.missedPages].filter(([id]) => isKept(id)));
  const pruned = { ...part, articles, missedPages, kept: only(part.kept), missed: only(part.missed) };
  const isSame = (['articles', 'kept', 'missed', 'missedPages'] as const).every(
    (name) => pruned[name].size === part[name].size,
  );
  return isSame ? part : pruned;
}

/** The part without these files: their pictures are to be had again. `lost` are the articles that miss one now. */
export function withoutFiles(part: PicturePart, names: ReadonlySet<string>): { part: PicturePart; lost: string[] } {
  const kept = new Map([...part.kept].filter(([, { name }]) => !names.has(name)));
  const lost: string[] = [];
  const articles = new Map(
    [...part.articles].map(([id, article]) => {
      const hasThumbnail = article.thumbnail !== null && !names.has(article.thumbnail);
      const isWhole = article.addresses.every((address) => kept.has(address) === part.kept.has(address));
      if (!isWhole || hasThumbnail !== (article.thumbnail !== null)) lost.push(id);
      return [id, { ...article, thumbnail: hasThumbnail ? article.thumbnail : null }];
    }),
  );
  return { part: { ...part, kept, articles }, lost };
}
