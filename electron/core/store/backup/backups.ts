import type { BackupReason, BackupSummary } from '../../../contract/backups';
import { followed } from '../feed-records';
import type { Store } from '../store';
import { bookmarkTexts, survey } from './bookmark-texts';
import { writeBackup } from './write-backup';

interface Wish {
  reason: BackupReason;
  now: number;
  /** A backup that stays however old it is. */
  spare?: string;
}

/**
 * Backs up an open library: what the reader chose and did, the headers, and the texts of bookmarked articles. It is
 * verified by reading it back; only then the oldest ones go. Throws Fault 'library-damaged' or 'library-unwritable'.
 */
export async function backUp(store: Store, { reason, now, spare }: Wish): Promise<BackupSummary> {
  await store.checkpoint();
  const { articles, bookmarked } = await survey(store);
  return writeBackup(store.folder, {
    reason,
    now,
    ...(spare === undefined ? {} : { spare }),
    feeds: followed(store.core.data).length,
    articles,
    texts: bookmarkTexts(store, bookmarked),
  });
}
