import { fold } from '../../contract/fold';
import type { ArticleHeader, Filter, Term } from '../../contract/model';
import { dateOf, startOfDay } from './dates';
import { tagKey } from './tags';

export interface FilterContext {
  now: number;
  /** The feeds in a folder and in the folders within it. */
  feedsIn(folderId: string): ReadonlySet<string>;
  /** The articles that are packed for a trip. */
  packedFor(tripId: string): ReadonlySet<string>;
  /** Articles for which state terms count as met. */
  keep: ReadonlySet<string>;
  /** A title as it is compared; remembered by whoever asks again and again. */
  headlineOf?(title: string): string;
}

/** What a filter looks at. */
type Filtered = Pick<
  ArticleHeader,
  | 'id'
  | 'feedId'
  | 'title'
  | 'published'
  | 'arrived'
  | 'language'
  | 'tags'
  | 'ownTags'
  | 'regions'
  | 'read'
  | 'bookmarked'
  | 'offline'
>;

export type ArticleTest = (header: Filtered) => boolean;
type Test = ArticleTest;

/**
 * Makes one test of a filter. A kept article passes whatever state it has now, so that what was opened in a view
 * stays in it; everything else must still fit.
 */
export function passes({ all, any, none, text, since }: Filter, context: FilterContext): Test {
  const isKept: Test = ({ id }) => context.keep.has(id);
  const met = (term: Term): Test => {
    const test = testOf(term, context);
    return term.kind === 'state' ? (header) => test(header) || isKept(header) : test;
  };
  const unmet = (term: Term): Test => {
    const test = testOf(term, context);
    return term.kind === 'state' ? (header) => !test(header) || isKept(header) : (header) => !test(header);
  };
  const mays = any.map(met);
  const musts = [...all.map(met), ...none.map(unmet)];
  if (mays.length > 0) musts.push((header) => mays.some((test) => test(header)));
  if (since !== null) musts.push(datedFrom(since));
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length > 0) musts.push(inHeadline(words, context.headlineOf ?? fold));
  return (header) => musts.every((test) => test(header));
}

export function testOf(term: Term, { now, feedsIn, packedFor }: FilterContext): Test {
  switch (term.kind) {
    case 'tag':
      return hasTag(tagKey(term.value));
    case 'region':
      return ({ regions }) => regions.includes(term.value);
    case 'feed':
      return ({ feedId }) => feedId === term.value;
    case 'folder': {
      const feeds = feedsIn(term.value);
      return ({ feedId }) => feeds.has(feedId);
    }
    case 'trip': {
      const packed = packedFor(term.value);
      return ({ id }) => packed.has(id);
    }
    case 'language':
      return speaks(term.value.toLowerCase());
    case 'state':
      return stateTest(term.value, now);
  }
}

function stateTest(state: Extract<Term, { kind: 'state' }>['value'], now: number): Test {
  switch (state) {
    case 'unread':
      return ({ read }) => !read;
    case 'bookmarked':
      return ({ bookmarked }) => bookmarked;
    case 'offline':
      return ({ offline }) => offline !== 'feed';
    case 'today':
      return datedFrom(startOfDay(now));
  }
}

export const datedFrom =
  (time: number): Test =>
  (header) =>
    dateOf(header) >= time;

const hasTag =
  (key: string): Test =>
  ({ tags, ownTags }) =>
    tags.some((tag) => tagKey(tag) === key) || ownTags.some((tag) => tagKey(tag) === key);

/** 'fa' is met by 'fa-IR' too. */
const speaks =
  (wanted: string): Test =>
  ({ language }) => {
    const tag = language?.toLowerCase();
    return tag === wanted || (tag?.startsWith(`${wanted}-`) ?? false);
  };

const inHeadline =
  (words: readonly string[], headlineOf: (title: string) => string): Test =>
  ({ title }) => {
    const headline = headlineOf(title);
    return words.every((word) => headline.includes(word));
  };
