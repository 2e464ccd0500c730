import type { PicturePart } from '../store/pictures/picture-part';

/** What is taken as usual until articles of a feed have told. */
const USUAL = { words: 500, pictures: 2, pictureBytes: 90_000 };
/** With its markup, deflated as the store keeps it. */
const BYTES_A_WORD = 5;

interface Seen {
  articles: number;
  addresses: number;
  kept: number;
  bytes: number;
}

const NOTHING: Seen = { articles: 0, addresses: 0, kept: 0, bytes: 0 };

/** What articles took before, by feed, else by all feeds together. */
export class UsualSizes {
  readonly #feeds = new Map<string, Seen>();
  #all = NOTHING;

  learn({ feedId, articles, kept }: PicturePart): void {
    let addresses = 0;
    for (const article of articles.values()) addresses += article.addresses.length;
    let bytes = 0;
    for (const picture of kept.values()) bytes += picture.bytes;
    const more = { articles: articles.size, addresses, kept: kept.size, bytes };
    this.#feeds.set(feedId, sumOf(this.#feeds.get(feedId) ?? NOTHING, more));
    this.#all = sumOf(this.#all, more);
  }

  /** How many pictures an article of a feed has. */
  picturesOf(feedId: string): number {
    const seen = [this.#feeds.get(feedId), this.#all].find((each) => each && each.articles > 0);
    return seen ? seen.addresses / seen.articles : USUAL.pictures;
  }

  /** What one of its pictures takes. */
  pictureBytes(feedId: string): number {
    const seen = [this.#feeds.get(feedId), this.#all].find((each) => each && each.kept > 0);
    return seen ? seen.bytes / seen.kept : USUAL.pictureBytes;
  }

  /** What a text takes; of one that is not here whole only the feed's words are known. */
  textBytes(words: number, isWhole: boolean): number {
    return BYTES_A_WORD * (isWhole ? words : Math.max(words, USUAL.words));
  }
}

const sumOf = (a: Seen, b: Seen): Seen => ({
  articles: a.articles + b.articles,
  addresses: a.addresses + b.addresses,
  kept: a.kept + b.kept,
  bytes: a.bytes + b.bytes,
});
