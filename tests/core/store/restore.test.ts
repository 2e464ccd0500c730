import { mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder } from '../../../electron/core/store/backup/backup-name';
import { backUp } from '../../../electron/core/store/backup/backups';
import { finishRestore, RESTORE_STEPS, type Restoring } from '../../../electron/core/store/backup/finish-restore';
import { listBackups } from '../../../electron/core/store/backup/kept-backups';
import { prepareRestore, restoreLibrary } from '../../../electron/core/store/backup/restore';
import { readMarker } from '../../../electron/core/store/backup/restore-marker';
import type { Store } from '../../../electron/core/store/store';
import { temporaryFolder } from '../library/temporary';
import { contents, idOf, keepPaper, keepStories, openPapers } from './papers';

const NOW = 1_780_000_000_000;

/** A library that has changed in every way since its backup. */
async function changed(): Promise<{ folder: string; store: Store; name: string; before: object; feedId: string }> {
  const folder = await temporaryFolder();
  const store = await openPapers(folder);
  const feedId = await keepPaper(store, 'paper.example', 0, 30);
  await keepPaper(store, 'other.example', 100, 10);
  const before = await contents(store);
  const { name } = await backUp(store, { reason: 'by-hand', now: NOW });
  await keepStories(store, feedId, 30, 10);
  await keepPaper(store, 'third.example', 200, 5);
  const rows = [idOf(0), idOf(1)].map((id) => store.headers.rowOf(id) ?? -1);
  await store.headers.mark(rows, { bookmarked: false });
  await store.headers.tag(rows, () => []);
  await store.settings.change((settings) => ({ ...settings, theme: 'dark' }));
  return { folder, store, name, before, feedId };
}

const options = (folder: string) => ({ folder, recovered: () => {} });
const all = async (folder: string): Promise<Record<string, string>> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [path.relative(folder, file), await readFile(file, 'latin1')] as const;
  });
  return Object.fromEntries(await Promise.all(read));
};

async function restoringIn(folder: string): Promise<Restoring> {
  const restore = await readMarker(folder);
  if (!restore) throw new Error('nothing is to be restored');
  const [staged, old] = [path.join(folder, 'restore.new'), backupFolder(folder, restore.aside)];
  return { ...restore, library: folder, staged, old };
}

describe('restoring', () => {
  it('brings everything back, and keeps a backup of what was there', async () => {
    const { folder, store, name, before } = await changed();
    const after = await contents(store);
    await store.close();
    expect(await restoreLibrary(options(folder), name, NOW + 1)).toMatchObject({ name, articles: 40, bookmarks: 4 });
    const restored = await openPapers(folder);
    expect(await contents(restored)).toEqual(before);
    await restored.close();
    const [newest] = await listBackups(folder);
    expect(newest).toMatchObject({ reason: 'before-restore', articles: 55 });
    await restoreLibrary(options(folder), newest?.name ?? '', NOW + 2);
    expect(await contents(await openPapers(folder))).toEqual(after);
    expect((await readdir(folder)).sort()).toEqual(
      ['LOCK', 'backup', 'body', 'core.json', 'index', 'pictures', 'settings.json']
        .concat((await readdir(folder)).filter((file) => file.endsWith('.bak')))
        .sort(),
    );
  });

  it('spares the backup that it restores, however old', async () => {
    const { folder, store, name } = await changed();
    for (let n = 1; n < 3; n++) await backUp(store, { reason: 'by-hand', now: NOW + n });
    await prepareRestore(store, name, NOW + 10);
    expect((await listBackups(folder)).map((backup) => backup.name)).toContain(name);
  });

  it('puts the texts of bookmarks back that are no longer there', async () => {
    const { folder, store, name, before, feedId } = await changed();
    await store.close();
    await rm(path.join(folder, 'body', `${feedId}-0.json`));
    await restoreLibrary(options(folder), name, NOW + 1);
    expect(await contents(await openPapers(folder))).toEqual(before);
  });

  it('puts them back in place of a damaged file too, which is set aside', async () => {
    const { folder, store, name, before, feedId } = await changed();
    await store.close();
    await truncate(path.join(folder, 'body', `${feedId}-0.json`), 50);
    await restoreLibrary(options(folder), name, NOW + 1);
    expect(await contents(await openPapers(folder))).toEqual(before);
    expect(await readdir(path.join(folder, 'quarantine'))).toHaveLength(1);
  });

  it('saves a library that cannot be opened, and keeps its files', async () => {
    const { folder, store, name, before } = await changed();
    await store.close();
    await writeFile(path.join(folder, 'core.json'), 'ruins');
    await rm(path.join(folder, 'core.json.bak'));
    await restoreLibrary(options(folder), name, NOW + 1);
    expect(await contents(await openPapers(folder))).toEqual(before);
    const [aside = ''] = (await readdir(path.join(folder, 'backup'))).filter((file) => file.endsWith('-replaced'));
    expect(await readFile(path.join(folder, 'backup', aside, 'core.json'), 'utf8')).toBe('ruins');
    expect((await listBackups(folder)).map((backup) => backup.name)).toEqual([name]);
  });

  it('sets journals aside, which belong to the old files', async () => {
    const { folder, store, name } = await changed();
    await prepareRestore(store, name, NOW + 1);
    await store.close();
    await writeFile(path.join(folder, 'journal-00000007.log'), 'old marks');
    await finishRestore(folder);
    expect((await readdir(folder)).filter((file) => file.startsWith('journal'))).toEqual([]);
  });
});

describe('nothing is deleted or changed', () => {
  it.each([
    ['of which a byte is wrong', 'backup-damaged', (place: string) => truncate(path.join(place, 'core.json'), 60)],
    [
      'of which a file is gone',
      'backup-damaged',
      (place: string) => rm(path.join(place, 'index'), { recursive: true }),
    ],
    ['that was never completed', 'unknown-backup', (place: string) => rm(path.join(place, 'complete.json'))],
  ])('by a backup %s', async (_, code, damage) => {
    const { folder, store, name } = await changed();
    await damage(backupFolder(folder, name));
    await store.close();
    const untouched = await all(folder);
    await expect(restoreLibrary(options(folder), name, NOW + 1)).rejects.toMatchObject({ failure: { code } });
    expect(await all(folder)).toEqual(untouched);
  });

  it('of a library that is open', async () => {
    const { folder, name } = await changed();
    await expect(restoreLibrary(options(folder), name, NOW + 1)).rejects.toMatchObject({
      failure: { code: 'library-in-use' },
    });
  });
});

describe('a crash', () => {
  it('before the restore is decided leaves the old library', async () => {
    const { folder, store, name } = await changed();
    const after = await contents(store);
    await prepareRestore(store, name, NOW + 1);
    await store.close();
    await rm(path.join(folder, 'restore.json'));
    expect(await contents(await openPapers(folder))).toEqual(after);
    expect(await readdir(folder)).not.toContain('restore.new');
  });

  it.each(RESTORE_STEPS.map((_, count) => count))('after %i steps leaves the new library', async (count) => {
    const { folder, store, name, before } = await changed();
    await prepareRestore(store, name, NOW + 1);
    await store.close();
    const restoring = await restoringIn(folder);
    for (const step of RESTORE_STEPS.slice(0, count)) await step(restoring);
    expect(await contents(await openPapers(folder))).toEqual(before);
    expect((await readdir(folder)).filter((file) => file.startsWith('restore'))).toEqual([]);
  });

  it.each(['settings.json', 'index', 'core.json'])(
    'when the old %s is away and the new one not there',
    async (name) => {
      const { folder, store, name: backup, before } = await changed();
      await prepareRestore(store, backup, NOW + 1);
      await store.close();
      const restoring = await restoringIn(folder);
      await mkdir(restoring.old, { recursive: true });
      for (const file of ['settings.json', 'index', 'core.json']) {
        await rename(path.join(folder, file), path.join(restoring.old, file));
        if (file === name) break;
        await rename(path.join(restoring.staged, file), path.join(folder, file));
      }
      expect(await contents(await openPapers(folder))).toEqual(before);
    },
  );
});
