import type { BackupReason, BackupSummary } from '../../../contract/backups';
import { writeBackup } from './write-backup';

/**
 * Backs up a library that is about to be migrated, from its files alone: this Caravan cannot read them yet. A migration
 * deletes no texts, so none are in it. The folder must be locked and its journal empty. Throws Fault 'library-damaged'
 * or 'library-unwritable'; then there must be no migration.
 */
export const backUpFiles = (folder: string, reason: BackupReason, now: number): Promise<BackupSummary> =>
  writeBackup(folder, { reason, now, feeds: null, articles: null, texts: nothing() });

async function* nothing(): AsyncGenerator<never> {}
