import path from 'node:path';
import { BACKUP_NAME, BACKUP_REASONS, type BackupReason } from '../../../contract/backups';

/** All backups of a library lie in this folder of it. */
export const BACKUP_FOLDER = 'backup';

export interface NamedBackup {
  name: string;
  made: number;
  reason: BackupReason;
}

/** `2026-03-21T073000.000Z-daily`: sorts by time, and is a name on every system. */
export const backupName = (made: number, reason: BackupReason): string => `${stampOf(made)}-${reason}`;

/** A moment as part of a file's name. */
export const stampOf = (time: number): string => new Date(time).toISOString().replaceAll(':', '');

/** What a name says; null when it is none that Caravan gives. */
export function readBackupName(name: string): NamedBackup | null {
  const [, day, hours, minutes, seconds, rest] = BACKUP_NAME.exec(name) ?? [];
  const made = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  const reason = BACKUP_REASONS.find((each) => each === rest);
  return reason && !Number.isNaN(made) ? { name, made, reason } : null;
}

export const backupFolder = (folder: string, name: string): string => path.join(folder, BACKUP_FOLDER, name);
