import { type RegionSummary, type TagSummary, topicsOf } from '../../contract/model';
import { dateOf } from '../articles/dates';
import { distinctTags, tagKey } from '../articles/tags';
import type { HeaderView } from '../store/stored-header';

interface Tally {
  articles: number;
  unread: number;
}
interface TagTally extends Tally {
  own: boolean;
}

/** What is counted of some articles. Tags are counted by spelling; those that only name a region count as that. */
export interface Tallies extends Tally {
  bookmarked: number;
  /** Those that can be read whole without a network. */
  offline: number;
  today: number;
  tags: Map<string, TagTally>;
  regions: Map<string, Tally>;
}

const nothing = (): Tallies => ({
  articles: 0,
  unread: 0,
  bookmarked: 0,
  offline: 0,
  today: 0,
  tags: new Map(),
  regions: new Map(),
});

/** Counts articles; `today` is when the reader's day began. */
export function tallyOf(rows: Iterable<HeaderView>, today: number): Tallies {
  const tallies = nothing();
  for (const row of rows) {
    const unread = row.read ? 0 : 1;
    tallies.articles++;
    tallies.unread += unread;
    if (row.bookmarked) tallies.bookmarked++;
    if (row.offline !== 'feed') tallies.offline++;
    if (dateOf(row) >= today) tallies.today++;
    // Own tags are rare, and only they can repeat what the publisher says.
    const { ownTags } = row;
    const topics = row.regionTags === 0 ? row.tags : topicsOf(row);
    const tags = ownTags.length > 0 ? distinctTags([...ownTags, ...topics]) : topics;
    for (const tag of tags) addTag(tallies.tags, tag, 1, unread, ownTags.length > 0 && ownTags.includes(tag));
    for (const code of row.regions) addTo(tallies.regions, code, 1, unread);
  }
  return tallies;
}

/** The sum of several counts. */
export function sumOf(parts: Iterable<Tallies>): Tallies {
  const sum = nothing();
  for (const part of parts) {
    sum.articles += part.articles;
    sum.unread += part.unread;
    sum.bookmarked += part.bookmarked;
    sum.offline += part.offline;
    sum.today += part.today;
    for (const [tag, { articles, unread, own }] of part.tags) addTag(sum.tags, tag, articles, unread, own);
    for (const [code, { articles, unread }] of part.regions) addTo(sum.regions, code, articles, unread);
  }
  return sum;
}

/** The tags, most used first, each under its most used spelling. At most `most`, and all of the reader's own. */
export function tagSummaries(tags: ReadonlyMap<string, TagTally>, most: number): TagSummary[] {
  const byKey = new Map<string, TagSummary & { best: number }>();
  for (const [name, { articles, unread, own }] of tags) {
    const same = byKey.get(tagKey(name));
    if (!same) {
      byKey.set(tagKey(name), { name, articles, unread, own, best: articles });
      continue;
    }
    if (articles > same.best) Object.assign(same, { name, best: articles });
    same.articles += articles;
    same.unread += unread;
    same.own ||= own;
  }
  return [...byKey.values()]
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))
    .filter(({ own }, at) => own || at < most)
    .map(({ best: _, ...summary }) => summary);
}

/** The regions, most used first. */
export const regionSummaries = (regions: ReadonlyMap<string, Tally>): RegionSummary[] =>
  [...regions]
    .map(([code, tally]) => ({ code, ...tally }))
    .sort((a, b) => b.articles - a.articles || (a.code < b.code ? -1 : 1));

// Called some hundred thousand times in a row: plain arguments, and nothing is made that is not kept.
function addTo(tallies: Map<string, Tally>, name: string, articles: number, unread: number): void {
  const tally = tallies.get(name);
  if (!tally) {
    tallies.set(name, { articles, unread });
    return;
  }
  tally.articles += articles;
  tally.unread += unread;
}

function addTag(tallies: Map<string, TagTally>, name: string, articles: number, unread: number, own: boolean): void {
  const tally = tallies.get(name);
  if (!tally) {
    tallies.set(name, { articles, unread, own });
    return;
  }
  tally.articles += articles;
  tally.unread += unread;
  tally.own ||= own;
}
