import { EVERYTHING } from '../../../electron/contract/model';
import { createLibrary, type Library } from '../../../electron/core/library';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';
import { answer, memory, timed, watched } from './measured';

// Opens a library, and says how long that took and what the core then weighs.
const [folder = ''] = process.argv.slice(2);
const fetch = () => Promise.reject(new Error('there is no network here'));
const opened: Library[] = [];
const opening = await watched(async () => {
  opened.push(await createLibrary({ folder, fetch, work: workInThisThread }));
});
const weight = memory();
const page = { filter: EVERYTHING, sort: 'newest', offset: 0, limit: 100, keep: [] as string[] } as const;
const listed = await timed(async () => opened[0]?.handlers['articles.list']({ ...page, keep: [] }));
await opened[0]?.close();
answer({ ...opening, ...weight, listed });
