import { Archive, DatabaseBackup, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSummary } from '../../electron/contract/backups';
import { ARCHIVE_PARTS, type ArchivePart, makeBackup, openArchive, saveArchive, useBackups } from '../state/backups';
import { useTask } from '../state/use-task';
import { Pick } from '../ui/pick';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import { byteSize, exactTime } from '../words/format';
import styles from './backups.module.css';
import { RestoreDialog } from './restore-dialog';

/** What keeps the library safe: backups on this computer, and archives for others. */
export function Backups() {
  const { t } = useTranslation();
  const words = useFailureWords();
  const { run, busy, done, failure } = useTask();

  const backUp = async () => {
    await makeBackup();
    return t('backups.made');
  };
  const save = async (part: ArchivePart) => {
    const saved = await saveArchive(part);
    if (!saved) return null;
    const written = t('backups.saved', { count: saved.articles, size: byteSize(saved.bytes) });
    return saved.missing > 0 ? `${written} ${t('backups.missing', { count: saved.missing })}` : written;
  };
  const open = async () => {
    const opened = await openArchive();
    return opened && t('backups.opened', { count: opened.added, marked: opened.marked });
  };

  return (
    <section className={styles.backups} aria-labelledby="backups-title" aria-busy={busy}>
      <h3 id="backups-title" className={styles.title}>
        {t('backups.title')}
      </h3>
      <p className={styles.hint}>{t('backups.hint')}</p>
      <BackupList isBusy={busy} />
      <PushButton icon={DatabaseBackup} label={t('backups.make')} isPending={busy} onPress={() => void run(backUp)} />
      <ArchiveButtons isBusy={busy} onSave={(part) => void run(() => save(part))} onOpen={() => void run(open)} />
      <p role="status" className={styles.hint}>
        {busy ? t('backups.busy') : done}
      </p>
      {failure && (
        <p role="alert" className={styles.error}>
          {words(failure)}
        </p>
      )}
    </section>
  );
}

function BackupList({ isBusy }: { isBusy: boolean }) {
  const { t } = useTranslation();
  const backups = useBackups();
  const [chosen, setChosen] = useState<BackupSummary>();
  if (backups?.length === 0) return <p className={styles.none}>{t('backups.none')}</p>;
  return (
    <>
      <ul className={styles.list} aria-label={t('backups.title')}>
        {backups?.map((backup) => (
          <li key={backup.name} className={styles.backup}>
            <p>
              <strong>{exactTime(backup.made)}</strong> {t(`backups.reasons.${backup.reason}`)}
            </p>
            <p className={styles.hint}>
              {t('list.count', { count: backup.articles })} · <bdi>{byteSize(backup.bytes)}</bdi>
            </p>
            <PushButton
              look="quiet"
              label={t('backups.restore')}
              aria-label={t('backups.restoreOf', { when: exactTime(backup.made) })}
              isPending={isBusy}
              onPress={() => setChosen(backup)}
            />
          </li>
        ))}
      </ul>
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

interface ArchiveButtonsProps {
  isBusy: boolean;
  onSave: (part: ArchivePart) => void;
  onOpen: () => void;
}

function ArchiveButtons({ isBusy, onSave, onOpen }: ArchiveButtonsProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState<ArchivePart>('everything');
  const parts = ARCHIVE_PARTS.map((value) => ({ value, label: t(`backups.parts.${value}`) }));
  return (
    <>
      <Pick label={t('backups.archive')} value={part} options={parts} onChange={setPart} />
      <div className={styles.actions}>
        <PushButton icon={Archive} label={t('backups.save')} isPending={isBusy} onPress={() => onSave(part)} />
        <PushButton icon={FolderOpen} label={t('backups.open')} isPending={isBusy} onPress={onOpen} />
      </div>
    </>
  );
}
