import { EVERYTHING, type Term } from '../../electron/contract/model';
import type { TripPlan } from '../../electron/contract/trips';

export const DAYS = ['1', '3', '7', '30', 'unread'] as const;
export const KEEP_DAYS = ['return', '3', '7', '30'] as const;
const MB = 1_000_000;
/** The steps of the budget in bytes; the last has no limit. */
export const BUDGETS = [25, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000, null].map((size) => size && size * MB);

/** What the dialog is set to. */
export interface Wishes {
  take: Term[];
  days: (typeof DAYS)[number];
  level: TripPlan['level'];
  /** A step of {@link BUDGETS}. */
  budget: number;
  keepDays: (typeof KEEP_DAYS)[number];
}

export const FIRST: Wishes = { take: [], days: '7', level: 'full', budget: 3, keepDays: '7' };

const DAY_MS = 86_400_000;

/** The plan that the wishes come to; `now` is when the dialog was opened. */
export function planOf({ take, days, level, budget, keepDays }: Wishes, now: number): TripPlan {
  return {
    filter: {
      ...EVERYTHING,
      any: take,
      all: days === 'unread' ? [{ kind: 'state', value: 'unread' }] : [],
      since: days === 'unread' ? null : now - Number(days) * DAY_MS,
    },
    level,
    bytes: BUDGETS[budget] ?? null,
    until: keepDays === 'return' ? null : now + Number(keepDays) * DAY_MS,
  };
}
