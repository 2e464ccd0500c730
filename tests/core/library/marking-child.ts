import { writeSync } from 'node:fs';
import { EVERYTHING } from '../../../electron/contract/model';
import { createLibrary } from '../../../electron/core/library';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';

// Marks articles until it is killed, and says on stdout what is acknowledged, at once and past every buffer.
const [folder = '', round = ''] = process.argv.slice(2);
const fetch = () => Promise.reject(new Error('there is no network here'));
const { handlers } = await createLibrary({ folder, fetch, work: workInThisThread });
const page = { filter: EVERYTHING, sort: 'oldest', offset: 0, limit: 10_000, keep: [] } as const;
const { articles } = await handlers['articles.list']({ ...page, filter: { ...EVERYTHING }, keep: [] });

const acknowledge = (what: string, id: string): void => void writeSync(1, `${what} ${id}\n`);

async function mark(id: string): Promise<void> {
  await handlers['articles.mark']({ ids: [id], read: true });
  acknowledge('read', id);
}
async function bookmark(id: string): Promise<void> {
  await handlers['articles.bookmark']({ ids: [id], bookmarked: true });
  acknowledge('bookmarked', id);
}
async function tag(id: string): Promise<void> {
  await handlers['articles.tag']({ ids: [id], add: [`round ${round}`], remove: [] });
  acknowledge('tagged', id);
}

for (let at = 0; ; at = (at + 1) % articles.length) {
  const id = articles[at]?.id ?? '';
  const next = articles[(at + 7) % articles.length]?.id ?? '';
  await Promise.all([mark(id), bookmark(next), tag(id)]);
}
