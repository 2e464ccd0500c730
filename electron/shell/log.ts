import type { Log } from '../core/log';

const write = (level: string, message: string, facts: object = {}): void => {
  console.error(JSON.stringify({ at: new Date().toISOString(), level, message, ...facts }));
};

/** The window's log: a line of JSON each on standard error, without texts of articles or credentials. */
export const log: Log = {
  info: (message, facts) => write('info', message, facts),
  warn: (message, facts) => write('warn', message, facts),
  error: (message, facts) => write('error', message, facts),
};
