import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissNotice, type Notice, takeBack, useNotice } from '../state/notice';
import { IconButton } from '../ui/icon-button';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import styles from './notice-bar.module.css';

/** Long enough to read and to reach the undo; a failure stays until it is dismissed. */
const SHOWN_MS = 8_000;

/** One line over the foot of the window: what was done, with its undo, or what failed. */
export function NoticeBar() {
  const notice = useNotice((state) => state.notice);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || notice.failure || held) return;
    const wait = setTimeout(dismissNotice, SHOWN_MS);
    return () => clearTimeout(wait);
  }, [notice, held]);
  // The live region is always there: one that appears together with its text is not spoken.
  return (
    <div
      role="status"
      className={styles.place}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notice && <Line notice={notice} />}
    </div>
  );
}

function Line({ notice: { words, failure, undo } }: { notice: Notice }) {
  const { t } = useTranslation();
  const failureWords = useFailureWords();
  return (
    <div className={styles.notice} data-failure={failure !== undefined}>
      <p>{failure ? failureWords(failure) : words && t(words.key, words.values ?? {})}</p>
      {undo && <PushButton label={t('command.undo')} onPress={takeBack} />}
      <IconButton icon={X} label={t('command.close')} onPress={dismissNotice} />
    </div>
  );
}
