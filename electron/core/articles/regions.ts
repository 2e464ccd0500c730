import { setImmediate } from 'node:timers/promises';
import { fold } from '../../contract/fold';
import { ABBREVIATIONS, MISLEADING, NAME_LANGUAGES, NEWS_WORDS, OTHER_NAMES, REGION_CODES } from './region-names';

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]$/;

/** The longest first: "news from" before "news". */
const NEWS = NEWS_WORDS.map(fold)
  .sort((a, b) => b.length - a.length)
  .map((word) => ({ before: `${word} `, after: UNSPACED.test(word) ? word : ` ${word}` }));

/** Finds the regions (ISO 3166-1 alpha-2) that tags name. */
export type RegionFinder = (tags: readonly string[]) => string[];

let finder: Promise<RegionFinder> | null = null;

/**
 * The finder, made when it is first asked for. Only a whole name counts, with or without "News" in its language: a
 * region that is missing is a pity, a wrong one is a lie.
 */
export function regionFinder(): Promise<RegionFinder> {
  finder ??= regionNames().then((names) => (tags) => {
    const codes = tags.flatMap((tag) => tag.split('/')).map((name) => regionNamed(name, names));
    return [...new Set(codes.filter((code) => code !== null))].sort();
  });
  return finder;
}

/** The regions that an article's tags name, and which of the tags do (as in the contract's `regionTags`). */
export function regionsIn(tags: readonly string[], find: RegionFinder): { regions: string[]; regionTags: number } {
  const names = tags.map((tag) => tag.split('/').every((part) => find([part]).length > 0));
  const regionTags = names.reduce((bits, isRegion, n) => (isRegion ? bits | (1 << n) : bits), 0);
  return { regions: find(tags), regionTags };
}

function regionNamed(tag: string, names: ReadonlyMap<string, string>): string | null {
  const capitals = ABBREVIATIONS.get(tag.trim().replace(/\s+news$/i, ''));
  if (capitals) return capitals;
  const name = fold(tag);
  return names.get(name) ?? names.get(withoutNews(name)) ?? null;
}

/** 'Iran News', 'اخبار ایران' and '伊朗新闻' without their word for news. */
function withoutNews(name: string): string {
  for (const { before, after } of NEWS) {
    if (name.startsWith(before)) return name.slice(before.length);
    if (name.endsWith(after)) return name.slice(0, -after.length);
  }
  return name;
}

/** Folded names of all regions in all known languages; a name that two regions share names neither. */
async function regionNames(): Promise<Map<string, string>> {
  const found = new Map<string, string | null>();
  const add = (name: string | undefined, code: string): void => {
    const key = fold(name ?? '');
    const other = found.get(key);
    found.set(key, other === undefined || other === code ? code : null);
  };
  for (const language of NAME_LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of REGION_CODES) add(display.of(code), code);
    // Some milliseconds each, and the window wants to move in between.
    await setImmediate();
  }
  for (const [code, others] of Object.entries(OTHER_NAMES)) for (const name of others) add(name, code);
  for (const name of ['', ...MISLEADING]) found.delete(fold(name));
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}
