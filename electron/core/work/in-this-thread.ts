import { tasks } from './tasks';
import type { Work } from './work';

/** The same tasks without threads, for tests and for the command line's single files. */
export const workInThisThread: Work = { ...tasks, close: async () => {} };
