import * as v from 'valibot';

/** Why a backup was made; the last one is the reader's own wish. */
export const BACKUP_REASONS = ['daily', 'before-migration', 'before-import', 'before-restore', 'by-hand'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** The name of a backup: when it was made (UTC) and why. */
export const BACKUP_NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3})Z-([a-z-]{1,30})$/;
export const BackupName = v.pipe(v.string(), v.regex(BACKUP_NAME));

/** What is in a backup, without reading it whole. */
export interface BackupSummary {
  name: string;
  made: number;
  reason: BackupReason;
  feeds: number;
  articles: number;
  /** Bookmarked articles whose whole text is in it. */
  bookmarks: number;
  bytes: number;
}

/** A portable archive that was written. */
export interface SavedArchive {
  file: string;
  feeds: number;
  articles: number;
  bookmarks: number;
  /** Articles that were chosen but whose text is damaged here. */
  missing: number;
  bytes: number;
}

/** What an archive brought into the library. */
export interface OpenedArchive {
  file: string;
  /** Feeds that are followed from now on. */
  feeds: number;
  /** Articles that were not here, and such that were and are now read, bookmarked or tagged as in the archive. */
  added: number;
  marked: number;
  /** Those that were here as they are in the archive. */
  same: number;
}
