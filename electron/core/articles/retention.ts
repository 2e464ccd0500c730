import type { ArticleHeader } from '../../contract/model';
import type { Retention } from '../../contract/settings';
import { dateOf } from './dates';

const DAY_MS = 86_400_000;

type Header = Pick<ArticleHeader, 'id' | 'feedId' | 'published' | 'arrived' | 'read' | 'bookmarked' | 'ownTags'>;

export interface RetentionRules {
  policy: Retention;
  now: number;
  /** What stays for a reason that its header does not tell: it is open, annotated, or packed for a trip. */
  isProtected(id: string): boolean;
}

/** The articles of one feed, with what retention must know besides. */
export interface FeedArticles<Row extends Header> {
  rows: readonly Row[];
  /** How many articles the publisher shows: as many of the newest are left to age and count; null when unknown. */
  carries: number | null;
  /** What an article takes on disk. */
  sizeOf(row: Row): number;
}

/** An article that goes. */
export interface Expiring {
  id: string;
  feedId: string;
  bytes: number;
}

interface Candidate extends Expiring {
  time: number;
  date: number;
  isCarried: boolean;
}

/** Whether an article stays whatever the limits are. What stays so does not count towards them either. */
export function isKept({ id, bookmarked, ownTags, read }: Header, { policy, isProtected }: RetentionRules): boolean {
  return bookmarked || ownTags.length > 0 || (policy.keepUnread && !read) || isProtected(id);
}

/** Finds out which articles go, feed by feed so that the work can be cut into slices. */
export class Expiry {
  readonly #rules: RetentionRules;
  readonly #leaving: Expiring[] = [];
  /** What age and count leave; only the limit of size asks for it. */
  readonly #staying: Candidate[] = [];

  constructor(rules: RetentionRules) {
    this.#rules = rules;
  }

  /** Looks at all articles of one feed. */
  look<Row extends Header>({ rows, carries, sizeOf }: FeedArticles<Row>): void {
    const { policy, now } = this.#rules;
    const oldest = policy.days === null ? Number.NEGATIVE_INFINITY : now - policy.days * DAY_MS;
    const most = policy.perFeed ?? Number.POSITIVE_INFINITY;
    let newer = 0;
    const newestFirst = rows.map((row) => ({ row, ...aged(row) })).sort((a, b) => byAge(b, a));
    for (const [rank, { row, time, date }] of newestFirst.entries()) {
      if (isKept(row, this.#rules)) continue;
      const { id, feedId } = row;
      const candidate = { id, feedId, bytes: sizeOf(row), time, date, isCarried: rank < (carries ?? rows.length) };
      const isOver = candidate.time < oldest || newer >= most;
      if (isOver && !candidate.isCarried) this.#leaving.push(candidate);
      else if (policy.bytes !== null) this.#staying.push(candidate);
      newer++;
    }
  }

  /** The articles that go, of all feeds looked at. */
  expired(): Expiring[] {
    const { bytes } = this.#rules.policy;
    return bytes === null ? this.#leaving : [...this.#leaving, ...overweight(this.#staying, bytes)];
  }
}

/** A little below the limit, so that the next articles, and what an estimate is off by, do not call for another clean-up. */
const ROOM = 0.95;

/** The oldest, until the rest is no larger than `most`; what publishers still show goes last. */
function overweight(candidates: readonly Candidate[], most: number): Expiring[] {
  const all = candidates.reduce((sum, { bytes }) => sum + bytes, 0);
  if (all <= most) return [];
  let excess = all - most * ROOM;
  const inTurn = [...candidates].sort((a, b) => Number(a.isCarried) - Number(b.isCarried) || byAge(a, b));
  const end = inTurn.findIndex(({ bytes }) => {
    if (excess <= 0) return true;
    excess -= bytes;
    return false;
  });
  return end < 0 ? inTurn : inTurn.slice(0, end);
}

interface Aged {
  time: number;
  date: number;
}

/** An article is as old as its stay here: one from years ago that has just come is new to the reader. */
const aged = (row: Header): Aged => ({ time: Math.max(row.published ?? 0, row.arrived), date: dateOf(row) });

/** The oldest first; of what came together, what was published first. */
const byAge = (a: Aged, b: Aged): number => a.time - b.time || a.date - b.date;
