import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BackupReason } from '../../../electron/contract/backups';
import { backUpFiles } from '../../../electron/core/store/backup/backup-files';
import { backUp } from '../../../electron/core/store/backup/backups';
import { isBackupDue, listBackups, verifyBackup } from '../../../electron/core/store/backup/kept-backups';
import type { Store } from '../../../electron/core/store/store';
import { temporaryFolder } from '../library/temporary';
import { keepPaper, openPapers } from './papers';

const DAY = 86_400_000;
const NOON = new Date(2026, 2, 21, 12).getTime();

async function stocked(): Promise<{ store: Store; folder: string }> {
  const folder = await temporaryFolder();
  const store = await openPapers(folder);
  await keepPaper(store, 'paper.example', 0, 30);
  return { store, folder };
}

const make = (store: Store, now = NOON, reason: BackupReason = 'by-hand') => backUp(store, { reason, now });
const inBackup = (folder: string, name: string, ...file: string[]) => path.join(folder, 'backup', name, ...file);

async function flip(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

describe('a backup', () => {
  it('holds what the reader chose and did, and the texts of bookmarked articles', async () => {
    const { store, folder } = await stocked();
    const made = await make(store);
    expect(made).toEqual({
      name: `${new Date(NOON).toISOString().replaceAll(':', '')}-by-hand`,
      made: NOON,
      reason: 'by-hand',
      feeds: 1,
      articles: 30,
      bookmarks: 3,
      bytes: expect.any(Number),
    });
    const [feedId] = store.core.data.feeds.map(({ id }) => id);
    expect((await readdir(inBackup(folder, made.name), { recursive: true })).sort()).toEqual(
      [
        'body',
        `body/${feedId}-0.json`,
        'complete.json',
        'core.json',
        'index',
        `index/${feedId}-0.json`,
        'settings.json',
      ].map((file) => path.normalize(file)),
    );
    expect((await stat(inBackup(folder, made.name, 'core.json'))).mode & 0o777).toBe(0o600);
    expect(await listBackups(folder)).toEqual([made]);
    expect(await verifyBackup(folder, made.name)).toMatchObject({ articles: 30, bookmarks: 3 });
  });

  it('is not harmed by what harms the library', async () => {
    const { store, folder } = await stocked();
    const { name } = await make(store);
    await truncate(path.join(folder, 'core.json'), 20);
    await expect(verifyBackup(folder, name)).resolves.toMatchObject({ articles: 30 });
  });

  it('takes the kept generation of a file that is damaged, and is none when there is no good one', async () => {
    const { store, folder } = await stocked();
    await store.close();
    const [index = ''] = await readdir(path.join(folder, 'index'));
    await truncate(path.join(folder, 'core.json'), 20);
    await expect(backUpFiles(folder, 'before-migration', NOON)).resolves.toMatchObject({ feeds: 1, articles: 30 });
    await rm(path.join(folder, 'core.json.bak'));
    await expect(backUpFiles(folder, 'before-migration', NOON)).rejects.toMatchObject({
      failure: { code: 'library-damaged', detail: { file: 'core.json' } },
    });
    expect(index).not.toBe('');
    expect(await readdir(path.join(folder, 'backup'))).toHaveLength(1);
  });

  it('that cannot be written leaves nothing behind', async () => {
    const { store, folder } = await stocked();
    await writeFile(path.join(folder, 'backup'), 'a file where the folder should be');
    await expect(make(store)).rejects.toMatchObject({ failure: { code: 'library-unwritable' } });
    await rm(path.join(folder, 'backup'));
    await mkdir(inBackup(folder, '2026-03-01T000000.000Z-daily.tmp', 'index'), { recursive: true });
    await make(store);
    expect(await readdir(path.join(folder, 'backup'))).toHaveLength(1);
  });
});

describe('verifying', () => {
  it('finds a flipped bit in any file, and says in which', async () => {
    const { store, folder } = await stocked();
    const { name } = await make(store);
    const files = (await readdir(inBackup(folder, name), { recursive: true })).filter((file) => file.endsWith('.json'));
    expect(files).toHaveLength(5);
    for (const file of files) {
      const { size } = await stat(inBackup(folder, name, file));
      await flip(inBackup(folder, name, file), size - 2);
      await expect(verifyBackup(folder, name)).rejects.toMatchObject({
        failure: { code: 'backup-damaged', detail: { name, file: file.replaceAll(path.sep, '/') } },
      });
      await flip(inBackup(folder, name, file), size - 2);
    }
    await rm(inBackup(folder, name, 'settings.json'));
    await expect(verifyBackup(folder, name)).rejects.toMatchObject({
      failure: { code: 'backup-damaged', detail: { file: 'settings.json', reason: 'it is missing' } },
    });
  });

  it.each(['nothing', '../body', '2026-03-21T120000.000Z-by-hand', '2026-03-21T120000.000Z-wish'])(
    'knows no backup %s',
    async (name) => {
      const { store, folder } = await stocked();
      await store.checkpoint();
      await expect(verifyBackup(folder, name)).rejects.toMatchObject({ failure: { code: 'unknown-backup' } });
    },
  );

  it('neither offers nor counts one whose manifest is missing or wrong', async () => {
    const { store, folder } = await stocked();
    const names: string[] = [];
    for (let n = 0; n < 3; n++) names.push((await make(store, NOON + n, 'daily')).name);
    const [first = '', second = ''] = names;
    await rm(inBackup(folder, first, 'complete.json'));
    await flip(inBackup(folder, second, 'complete.json'), 70);
    expect((await listBackups(folder)).map(({ name }) => name)).toEqual([names[2]]);
    for (let n = 3; n < 5; n++) names.push((await make(store, NOON + n, 'daily')).name);
    expect((await listBackups(folder)).map(({ name }) => name)).toEqual(names.slice(2).reverse());
  });
});

describe('the days', () => {
  it('have one backup each, of which three are kept besides three others', async () => {
    const { store, folder } = await stocked();
    for (let n = 0; n < 5; n++) {
      expect(await isBackupDue(folder, NOON + n * DAY)).toBe(true);
      await make(store, NOON + n * DAY, 'daily');
      expect(await isBackupDue(folder, NOON + n * DAY + DAY / 4)).toBe(false);
      await make(store, NOON + n * DAY, n % 2 ? 'by-hand' : 'before-import');
    }
    const kept = await listBackups(folder);
    const days = (reason: (reason: string) => boolean) =>
      kept.filter((backup) => reason(backup.reason)).map(({ made }) => (made - NOON) / DAY);
    expect(days((reason) => reason === 'daily')).toEqual([4, 3, 2]);
    expect(days((reason) => reason !== 'daily')).toEqual([4, 3, 2]);
    expect(await readdir(path.join(folder, 'backup'))).toHaveLength(6);
  });

  it('may have two backups in one millisecond', async () => {
    const { store, folder } = await stocked();
    await make(store);
    await make(store);
    expect(await listBackups(folder)).toHaveLength(2);
  });
});
