import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FeedHealth } from '../../electron/contract/health';
import { REFRESH_CHOICES, type RefreshChoice } from '../../electron/contract/settings';
import { refresh } from '../state/changes';
import { setFetching, setKeep, setLogin, setProxyPassword } from '../state/fetching';
import { faultOf, headersOf, isUserAgentSound, rowsOf } from '../state/header-rows';
import { type LoginDraft, readLogin } from '../state/login-draft';
import { draftOf, isTyped, PROXY_KINDS, type ProxyField, readProxy } from '../state/proxy-draft';
import { useSettings } from '../state/settings';
import { useTask } from '../state/use-task';
import { Pick } from '../ui/pick';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import { useFailureWords } from '../words/failure-words';
import { useIntervalWords } from '../words/interval-words';
import styles from './feeds.module.css';
import { HeaderFields } from './header-fields';
import { KeepOfFeed } from './keep-of-feed';
import { LoginFields } from './login-fields';
import { ProxyFields } from './proxy-fields';
import { ProxyTest } from './proxy-test';

/** How one feed is fetched, where that differs from all others. All of it is saved together. */
export function FeedFetchingForm({ health: { id, trouble, fetching } }: { health: FeedHealth }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const { run, busy, done, failure } = useTask();
  const [minutes, setMinutes] = useState(fetching.minutes);
  const [keep, setKept] = useState(fetching.keep);
  const [proxy, setProxy] = useState(() => draftOf(fetching.proxy));
  const [proxyPassword, setPassword] = useState('');
  const [wrong, setWrong] = useState<ProxyField>();
  const [{ userAgent, rows }, setHeaders] = useState(() => rowsOf(fetching.headers));
  const [login, setLoginDraft] = useState<LoginDraft>({ username: fetching.username ?? '', password: '' });
  // What is wrong is said once the reader takes it for right.
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // It may be out of sight.
  useEffect(() => {
    if (isChecked) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [isChecked]);

  const said = readLogin(login, fetching.username);

  const save = async () => {
    const read = readProxy(proxy);
    const isSound = rows.every((row) => faultOf(row, rows) === null) && isUserAgentSound(userAgent);
    if ('wrong' in read || 'wrong' in said || !isSound) {
      setWrong('wrong' in read ? read.wrong : undefined);
      setChecked(true);
      return null;
    }
    await setFetching({ id, minutes, proxy: read.proxy, headers: headersOf(userAgent, rows) });
    if (keep !== fetching.keep) await setKeep(id, keep);
    // Behind it: the password of another proxy is forgotten with that.
    if (proxyPassword) await setProxyPassword(id, proxyPassword);
    if (said.login !== undefined) await setLogin(id, said.login);
    setPassword('');
    setLoginDraft({ ...login, password: '' });
    setChecked(false);
    // What was in the way may be out of it now, and whoever mends it wants to see.
    if (trouble) void refresh([id]);
    return t('feed.saved');
  };
  const forgetLogin = async () => {
    await setLogin(id, null);
    setLoginDraft({ username: '', password: '' });
    return null;
  };
  const forgetPassword = async () => {
    await setProxyPassword(id, null);
    return null;
  };

  return (
    <Form
      ref={form}
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void run(save);
      }}
    >
      <Interval value={minutes} onChange={setMinutes} />
      <KeepOfFeed value={keep} onChange={setKept} />
      <LoginFields
        draft={login}
        wrong={isChecked && 'wrong' in said ? said.wrong : undefined}
        kept={fetching.password}
        onChange={setLoginDraft}
        onForget={() => void run(forgetLogin)}
      />
      <ProxyFields
        draft={proxy}
        kinds={['inherit', ...PROXY_KINDS]}
        wrong={wrong}
        password={proxyPassword}
        kept={fetching.proxyPassword}
        onChange={(next) => {
          setProxy(next);
          setWrong(undefined);
        }}
        onPassword={setPassword}
        onForget={() => void run(forgetPassword)}
      />
      {isTyped(proxy) && <ProxyTest feedId={id} draft={proxy} password={proxyPassword} onWrong={setWrong} />}
      <TextField
        label={t('fetching.userAgent')}
        hint={t('fetching.userAgentHint')}
        error={isChecked && !isUserAgentSound(userAgent) ? t('fetching.faults.badValue') : undefined}
        value={userAgent}
        onChange={(next) => setHeaders({ userAgent: next, rows })}
        maxLength={1_000}
      />
      <HeaderFields rows={rows} isChecked={isChecked} onChange={(next) => setHeaders({ userAgent, rows: next })} />
      {failure && (
        <p role="alert" className={styles.error}>
          {words(failure)}
        </p>
      )}
      <div className={`${styles.actions} ${styles.atFoot}`}>
        <span role="status" className={styles.busy}>
          {done}
        </span>
        <PushButton type="submit" look="primary" label={t('command.save')} isPending={busy} />
      </div>
    </Form>
  );
}

interface IntervalProps {
  /** Null is that of all feeds. */
  value: RefreshChoice | null;
  onChange: (value: RefreshChoice | null) => void;
}

const AS_FOR_ALL = 'all';

function Interval({ value, onChange }: IntervalProps) {
  const { t } = useTranslation();
  const words = useIntervalWords();
  const { refreshMinutes } = useSettings();
  return (
    <Pick
      label={t('fetching.interval')}
      value={value === null ? AS_FOR_ALL : String(value)}
      options={[
        { value: AS_FOR_ALL, label: t('fetching.asForAll', { choice: words(refreshMinutes) }) },
        ...REFRESH_CHOICES.map((choice) => ({ value: String(choice), label: words(choice) })),
      ]}
      onChange={(chosen) => onChange(REFRESH_CHOICES.find((choice) => String(choice) === chosen) ?? null)}
    />
  );
}
