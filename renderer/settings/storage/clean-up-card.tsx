import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CleanUp, StorageReport } from '../../../electron/contract/model';
import { hasLimit } from '../../../electron/contract/settings';
import { useSettings } from '../../state/settings';
import { cleanUp } from '../../state/storage';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { PushButton } from '../../ui/push-button';
import { byteSize } from '../../words/format';
import styles from './clean-up-card.module.css';

/** What a clean-up would remove, before it does, and the button that does. */
export function CleanUpCard({ storage }: { storage: StorageReport }) {
  const { t } = useTranslation();
  const { retention } = useSettings();
  const [step, setStep] = useState<'idle' | 'asking' | 'cleaning'>('idle');
  const [done, setDone] = useState<CleanUp | null>(null);
  const words = useRef<HTMLDivElement>(null);
  const { articles, bytes } = storage.removable;
  const named = { articles: t('list.count', { count: articles }), size: byteSize(bytes) };
  const clean = async () => {
    setStep('cleaning');
    setDone(await cleanUp());
    setStep('idle');
    // The button may have nothing left to do; a disabled one would drop the focus out of the dialog.
    words.current?.focus();
  };
  return (
    <div className={styles.card}>
      <div role="status" ref={words} tabIndex={-1} className={styles.words}>
        {done && done.removed > 0 && (
          <p className={styles.done}>
            {t('storage.cleaned', { articles: t('list.count', { count: done.removed }), size: byteSize(done.bytes) })}
          </p>
        )}
        <Preview storage={storage} />
        {hasLimit(retention) && (
          <p className={styles.hint}>
            {t(retention.bytes === null ? 'storage.never' : 'storage.neverForSize')} {t('storage.daily')}
          </p>
        )}
      </div>
      <PushButton
        look="danger"
        label={t(step === 'cleaning' ? 'storage.cleaning' : 'storage.cleanUp')}
        isDisabled={articles === 0}
        isPending={step === 'cleaning'}
        onPress={() => setStep('asking')}
      />
      {step === 'asking' && (
        <ConfirmDialog
          title={t('storage.confirm', named)}
          text={t('storage.confirmText', named)}
          action={t('storage.remove')}
          onConfirm={() => void clean()}
          onClose={() => setStep('idle')}
        />
      )}
    </div>
  );
}

function Preview({ storage: { removable, feeds } }: { storage: StorageReport }) {
  const { t } = useTranslation();
  const { retention } = useSettings();
  const from = feeds.filter((feed) => feed.removable.articles > 0).length;
  if (!hasLimit(retention)) return <p>{t('storage.everything')}</p>;
  if (removable.articles === 0) return <p>{t('storage.nothing')}</p>;
  return (
    <p>
      {t('storage.preview', {
        articles: t('list.count', { count: removable.articles }),
        size: byteSize(removable.bytes),
        feeds: t('storage.fromFeeds', { count: from }),
      })}
    </p>
  );
}
