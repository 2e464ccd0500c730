import { EVERYTHING } from '../../../electron/contract/model';
import { createLibrary } from '../../../electron/core/library';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';
import { seededChance } from '../../support/feed-server/chance';
import { articleId } from './made-articles';
import { answer, median, p95, timed, watched, written } from './measured';

// Marks and opens articles through the library's door, and says what each of it costs.
const [folder = '', articles = ''] = process.argv.slice(2);
const MARKS = 300;
const OPENED = 300;
const TIMES = 3;
const fetch = () => Promise.reject(new Error('there is no network here'));
// Making a text safe is measured by itself: here it is the way from the disk that counts.
const work = { ...workInThisThread, sanitise: async (html: string) => html };
const { handlers, close } = await createLibrary({ folder, fetch, work });
const chance = seededChance(String(Date.now()));
const anyIds = (count: number) =>
  Array.from({ length: count }, () => articleId(Math.floor(chance() * Number(articles))));
const mark = (ids: string[], read: boolean) => handlers['articles.mark']({ ids, read });

async function eachTimed(ids: string[], use: (id: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const id of ids) times.push(await timed(() => use(id)));
  return times;
}

async function marks() {
  await eachTimed(anyIds(20), (id) => mark([id], true));
  const ids = [...new Set(anyIds(MARKS))];
  await mark(ids, false);
  const before = await written();
  const times = await eachTimed(ids, (id) => mark([id], true));
  const after = await written();
  const atOnce = await timed(() => Promise.all(ids.map((id) => mark([id], false))));
  const [bytes, pages] = [(after.bytes - before.bytes) / ids.length, (after.pages - before.pages) / ids.length];
  return { mark: median(times), markP95: p95(times), bytes, pages, atOnce };
}

async function markAll() {
  const rounds: { ms: number; block: number }[] = [];
  for (let round = 0; round < TIMES; round++) {
    let undo = '';
    rounds.push(await watched(async () => ({ undo } = await handlers['articles.markAll']({ filter: EVERYTHING }))));
    await handlers['changes.undo']({ undo });
  }
  return { markAll: median(rounds.map(({ ms }) => ms)), markAllBlock: median(rounds.map(({ block }) => block)) };
}

async function opening() {
  const times = await eachTimed(anyIds(OPENED), (id) => handlers['articles.open']({ id }));
  const { html } = await handlers['articles.open']({ id: articleId(0) });
  const safe = await eachTimed(anyIds(100), () => workInThisThread.sanitise(html, null));
  return { open: median(times), openP95: p95(times), sanitise: median(safe) };
}

const figures = { ...(await opening()), ...(await marks()), ...(await markAll()) };
await close();
answer(figures);
