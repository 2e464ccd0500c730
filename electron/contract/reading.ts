import * as v from 'valibot';
import type { Failure } from './failures';

const Fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/**
 * Where a reader is in an article, so that it is found again whatever the size of the text: the block at the top of the
 * page, counted from 0 in the order of the text, how much of it has gone by, and how much of the whole.
 */
export const ReadingPlace = v.strictObject({
  block: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  within: Fraction,
  done: Fraction,
});
export type ReadingPlace = v.InferOutput<typeof ReadingPlace>;

/** Seconds from the beginning of what plays. */
export const Seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(10_000_000));

/**
 * `kept` is here; `waiting` comes by itself; `missing` was not to be had, or is not wanted by itself, and can be asked for;
 * `dropped` is none to be seen, but there to count readers.
 */
export type PictureState = 'kept' | 'waiting' | 'missing' | 'dropped';

/** A picture of an article. */
export interface ArticlePicture {
  /** Where its publisher has it; the window never goes there. */
  url: string;
  state: PictureState;
  /** The name of what is kept; null for all else. */
  name: string | null;
  /** Pixels; null where that is not known. */
  width: number | null;
  height: number | null;
}

/** Why an article's page could not be had; `next` is when it is asked for again, null when it is given up. */
export interface MissedPage extends Failure {
  next: number | null;
}

/** One of the two texts of an article: what its feed says, or what was found on its page. `html` is sanitised. */
export interface ArticleText {
  from: 'feed' | 'page';
  html: string;
  words: number;
}

/** What of an article can be played. Its number in the article's list is its name. */
export interface Playable {
  kind: 'audio' | 'video';
  /** Where its publisher has it; the window plays it by way of the shell. */
  url: string;
  /** Where the reader stopped, in seconds; 0 is the beginning. */
  at: number;
}
