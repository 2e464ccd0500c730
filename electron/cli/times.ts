/** A time as the machine forms have it: ISO 8601 in UTC with milliseconds, or null. */
export const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

/** The day of an ISO time, for people; spaces when there is none, so that columns stay in line. */
export const day = (time: string | null): string => time?.slice(0, 10) ?? ' '.repeat(10);
