const DAY_MS = 86_400_000;
const EARLIEST = Date.UTC(1990, 0, 1);

/** Milliseconds since 1970 of an ISO 8601 time; null when it is none. */
export function timeOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}

/**
 * A publisher's date as far as it can be true: none before 1990, and the arrival in place of one that lies more than a
 * day ahead of it. See {@link isFromTheFuture}.
 */
export function believable(time: number | null, arrived: number): number | null {
  if (time === null || time < EARLIEST) return null;
  return time > arrived + DAY_MS ? arrived : time;
}

/**
 * True when the publisher's date lay in the future and the arrival stands for it. No flag is kept: to the millisecond,
 * only a date that was taken back is that of the arrival.
 */
export const isFromTheFuture = ({ published, arrived }: { published: number | null; arrived: number }): boolean =>
  published === arrived;

/** The time that an article stands under: nothing is newer than the moment it came. */
export const dateOf = ({ published, arrived }: { published: number | null; arrived: number }): number =>
  published === null ? arrived : Math.min(published, arrived);

/** Midnight of the reader's own day. */
export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}
