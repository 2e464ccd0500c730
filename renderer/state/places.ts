import { EVERYTHING, type Filter, type Overview, type Term } from '../../electron/contract/model';

/** A place of the sidebar by its key: a term as “kind:value”, or all articles. */
export const EVERYTHING_KEY = 'everything';
export const keyOfTerm = (term: Term): string => `${term.kind}:${term.value}`;

export function termOfKey(key: string): Term {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon), value: key.slice(colon + 1) } as Term;
}

const isSource = (term: Term) => term.kind === 'feed' || term.kind === 'folder';

/** What chosen places show together: tags narrow, sources add up (no article comes from two feeds). */
export function filterOfKeys(keys: Iterable<string>): Filter {
  const terms = [...keys].filter((key) => key !== EVERYTHING_KEY).map(termOfKey);
  const sources = terms.filter(isSource);
  if (sources.length < 2) return { ...EVERYTHING, all: terms };
  return { ...EVERYTHING, all: terms.filter((term) => !isSource(term)), any: sources };
}

/** The filter after places were added to it or taken from it, with all else that it asks for left as it is. */
export function toggled(filter: Filter, before: Iterable<string>, after: Iterable<string>): Filter {
  const [was, is] = [new Set(before), new Set(after)];
  const gone = (term: Term) => was.has(keyOfTerm(term)) && !is.has(keyOfTerm(term));
  const added = [...is].filter((key) => !was.has(key) && key !== EVERYTHING_KEY).map(termOfKey);
  const all = filter.all.filter((term) => !gone(term));
  const any = filter.any.filter((term) => !gone(term));
  const sources = [...all, ...any, ...added].filter(isSource);
  if (sources.length < 2) return { ...filter, all: [...all, ...added], any };
  const notSource = (term: Term) => !isSource(term);
  return { ...filter, all: [...all, ...added].filter(notSource), any: [...any.filter(notSource), ...sources] };
}

/** The places that a filter shows, to mark them in the sidebar. */
export function keysOfFilter(filter: Filter): string[] {
  const keys = [...filter.all, ...filter.any].map(keyOfTerm);
  const bare = keys.length === 0 && filter.none.length === 0 && filter.text === '';
  return bare ? [EVERYTHING_KEY] : keys;
}

/** What a place counts: what is unread there, and of a state how many are in it. */
export function countOf({ counts, regions, tags }: Overview, key: string): number {
  if (key === EVERYTHING_KEY) return counts.articles;
  const { kind, value } = termOfKey(key);
  if (kind === 'state') return counts[value];
  if (kind === 'region') return regions.find(({ code }) => code === value)?.unread ?? 0;
  return tags.find(({ name }) => name === value)?.unread ?? 0;
}
