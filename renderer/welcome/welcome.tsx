import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../commands/commands';
import { changeSettings, isWelcomed } from '../state/settings';
import { useSubscribing } from '../state/subscribing';
import { OfferList } from '../ui/offer-list';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import styles from './welcome.module.css';

/** The first start: an address, a list of feeds, or straight in. */
export function Welcome() {
  const { t } = useTranslation();
  return (
    <main className={styles.welcome} aria-label={t('app.name')}>
      <section className={styles.story}>
        <h1 className={styles.title}>{t('welcome.title')}</h1>
        <p className={styles.text}>{t('welcome.text')}</p>
        <p className={styles.promise}>{t('welcome.promise')}</p>
      </section>
      <section className={styles.start}>
        <AddressForm />
        <p className={styles.or}>{t('welcome.or')}</p>
        <div className={styles.others}>
          <PushButton icon={FileUp} label={t('command.importOpml')} onPress={() => runCommand('feeds.import')} />
          <PushButton look="quiet" label={t('welcome.skip')} onPress={() => void changeSettings({ welcomed: true })} />
        </div>
      </section>
    </main>
  );
}

function AddressForm() {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  // The first feed may be in the library before it is answered for, and then this screen is gone: nobody has left it.
  const { add, busy, error, choices } = useSubscribing(() => {}, isWelcomed);
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void add(address);
      }}
    >
      <h2>{t('welcome.paste')}</h2>
      <TextField
        label={t('feed.address')}
        hint={t('feed.addressHint')}
        error={error}
        value={address}
        onChange={setAddress}
        maxLength={4000}
        autoFocus
      />
      {choices.length > 0 && (
        <OfferList
          legend={t('feed.choose', { count: choices.length })}
          offers={choices.map((one) => ({ key: one.address, name: one.title ?? one.address, detail: one.address }))}
          action={t('tags.add')}
          onChoose={(chosen) => void add(chosen)}
        />
      )}
      <PushButton
        type="submit"
        look="primary"
        label={t('command.addFeed')}
        isDisabled={busy || address.trim() === ''}
      />
    </Form>
  );
}
