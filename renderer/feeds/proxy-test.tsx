import { useTranslation } from 'react-i18next';
import { testProxy } from '../state/fetching';
import { type ProxyDraft, type ProxyField, readProxy } from '../state/proxy-draft';
import { useTask } from '../state/use-task';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import { duration } from '../words/format';
import styles from './proxy-test.module.css';

interface Props {
  /** The feed whose site is asked; null for one that lately answered. */
  feedId: string | null;
  draft: ProxyDraft;
  /** Empty for the one that is kept. */
  password: string;
  onWrong: (field: ProxyField) => void;
}

/** Tries the way that is typed, before it is saved. */
export function ProxyTest({ feedId, draft, password, onWrong }: Props) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const { run, busy, done, failure } = useTask();
  const test = () => {
    const read = readProxy(draft);
    if ('wrong' in read) return onWrong(read.wrong);
    const { proxy } = read;
    if (!proxy) return;
    void run(async () => {
      const { ms, url } = await testProxy(feedId, proxy, password || null);
      return t('network.reached', { host: new URL(url).host, time: duration(ms) });
    });
  };
  return (
    <div className={styles.test}>
      <PushButton label={t('command.test')} isPending={busy} onPress={test} />
      <p role="status" className={styles.result}>
        {busy ? t('network.testing') : done}
      </p>
      {failure && (
        <p role="alert" className={styles.failure}>
          {words(failure)}
        </p>
      )}
    </div>
  );
}
