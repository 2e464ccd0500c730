import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { setProxyPassword, useProxyPassword } from '../state/fetching';
import { draftOf, isTyped, PROXY_KINDS, type ProxyDraft, type ProxyField, readProxy } from '../state/proxy-draft';
import { changeSettings, useSettings } from '../state/settings';
import { useTask } from '../state/use-task';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import { ActivityLog } from './activity-log';
import styles from './network-page.module.css';
import { ProxyFields } from './proxy-fields';
import { ProxyTest } from './proxy-test';

/** The way to the network for all feeds, and what happened on it. */
export function NetworkPage() {
  return (
    <div className={styles.page}>
      <WayForAll />
      <ActivityLog feedId={null} />
    </div>
  );
}

function WayForAll() {
  const { t } = useTranslation();
  const words = useFailureWords();
  const { proxy } = useSettings();
  const kept = useProxyPassword();
  const [draft, setDraft] = useState(() => draftOf(proxy));
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<ProxyField>();
  const { run, done, failure } = useTask();
  const isSaved = JSON.stringify(readProxy(draft)) === JSON.stringify({ proxy }) && password === '';

  const change = (next: ProxyDraft) => {
    setDraft(next);
    setWrong(undefined);
    // There is nothing to type, so it takes effect at once like every setting.
    if (!isTyped(next)) void keep(next);
  };
  const keep = async (wanted: ProxyDraft) => {
    const read = readProxy(wanted);
    if ('wrong' in read) {
      setWrong(read.wrong);
      return false;
    }
    if (read.proxy) await changeSettings({ proxy: read.proxy });
    return true;
  };
  const save = async () => {
    if (!(await keep(draft))) return null;
    // Behind it: the password of another proxy is forgotten with that.
    if (password) await setProxyPassword(null, password);
    setPassword('');
    return t('feed.saved');
  };
  const forgetPassword = async () => {
    await setProxyPassword(null, null);
    return null;
  };

  return (
    <Form
      className={styles.way ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void run(save);
      }}
    >
      <ProxyFields
        draft={draft}
        kinds={PROXY_KINDS}
        wrong={wrong}
        password={password}
        kept={kept}
        onChange={change}
        onPassword={setPassword}
        onForget={() => void run(forgetPassword)}
      />
      <div className={styles.actions}>
        <ProxyTest feedId={null} draft={draft} password={password} onWrong={setWrong} />
        {isTyped(draft) && <PushButton type="submit" look="primary" label={t('command.save')} />}
      </div>
      <p role="status" className={styles.hint}>
        {isSaved ? done : isTyped(draft) && t('network.unsaved')}
      </p>
      {failure && (
        <p role="alert" className={styles.error}>
          {words(failure)}
        </p>
      )}
    </Form>
  );
}
