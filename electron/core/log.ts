/** What happened, as a sentence and its facts. Never give it a URL with credentials or the text of an article. */
export interface Log {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}
export type LogFacts = Record<string, string | number | boolean | null>;

const nothing = (): void => {};

/** A log that keeps nothing. */
export const silent: Log = { info: nothing, warn: nothing, error: nothing };
