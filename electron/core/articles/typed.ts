import { fold } from '../../contract/fold';
import type { Term } from '../../contract/model';
import type { Condition } from '../../contract/query';
import { type ArticleTest, datedFrom, type FilterContext, testOf } from './filter';

/** What names in typed conditions stand for. */
export interface NameContext extends FilterContext {
  /** The feeds whose title has these words, and those in folders whose name has them. */
  feedsNamed(name: string): ReadonlySet<string>;
  feedsInNamed(name: string): ReadonlySet<string>;
  /** The regions (ISO 3166-1 alpha-2) that a name in any language of the catalogue means. */
  regionsNamed(name: string): readonly string[];
}

type State = Extract<Term, { kind: 'state' }>['value'];
const STATES: readonly State[] = ['unread', 'bookmarked', 'today', 'offline'];

/** One test of what was typed as conditions. What cannot be understood, such as a day that is none, nothing meets. */
export function meetsTyped(conditions: readonly Condition[], context: NameContext): ArticleTest {
  const tests = conditions.map((condition): ArticleTest => {
    const test = testOfTyped(condition, context);
    return condition.isNot ? (header) => !test(header) : test;
  });
  return (header) => tests.every((test) => test(header));
}

const nothing: ArticleTest = () => false;

function testOfTyped({ field, value }: Condition, context: NameContext): ArticleTest {
  switch (field) {
    case 'tag':
      return testOf({ kind: 'tag', value }, context);
    case 'lang':
      return testOf({ kind: 'language', value }, context);
    case 'feed': {
      const feeds = context.feedsNamed(value);
      return ({ feedId }) => feeds.has(feedId);
    }
    case 'folder': {
      const feeds = context.feedsInNamed(value);
      return ({ feedId }) => feeds.has(feedId);
    }
    case 'region': {
      const codes = new Set([value.toUpperCase(), ...context.regionsNamed(value)]);
      return ({ regions }) => regions.some((code) => codes.has(code));
    }
    case 'is': {
      const state = STATES.find((one) => one === value.toLowerCase());
      if (state) return testOf({ kind: 'state', value: state }, context);
      return value.toLowerCase() === 'read' ? ({ read }) => read : nothing;
    }
    case 'after': {
      const day = startOfTyped(value);
      return day === null ? nothing : datedFrom(day);
    }
    case 'before': {
      const day = startOfTyped(value);
      if (day === null) return nothing;
      const from = datedFrom(day);
      return (header) => !from(header);
    }
  }
}

const DAY = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** When a year, a month or a day as in 2026, 2026-03 or 2026-03-21 begins here; null for anything else. */
function startOfTyped(value: string): number | null {
  const [, year, month = '1', day = '1'] = DAY.exec(fold(value)) ?? [];
  if (year === undefined) return null;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  const isReal = date.getMonth() === Number(month) - 1 && date.getDate() === Number(day);
  return isReal ? date.getTime() : null;
}
