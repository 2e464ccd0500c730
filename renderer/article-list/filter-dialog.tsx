import { Check, MapPin, Rss, Tag } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem, type Selection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Overview, Term } from '../../electron/contract/model';
import { useOverview } from '../state/overview';
import { keyOfTerm } from '../state/places';
import { useTermNames } from '../state/term-names';
import { sameTerm } from '../state/terms';
import { addTerm, MODES, type Mode, removeTerm, useView } from '../state/view';
import { Choice } from '../ui/choice';
import { TextField } from '../ui/text-field';
import { WindowDialog } from '../ui/window-dialog';
import { number } from '../words/format';
import styles from './filter-dialog.module.css';

const MOST_SHOWN = 200;
const ICONS = { tag: Tag, region: MapPin, feed: Rss } as const;

interface Offer {
  term: Term;
  articles: number;
}

/** Every region, tag and feed that an article can be asked for. */
const offersOf = ({ regions, tags, feeds }: Overview): Offer[] => [
  ...regions.map(({ code, articles }) => ({ term: { kind: 'region', value: code } as const, articles })),
  ...tags.map(({ name, articles }) => ({ term: { kind: 'tag', value: name } as const, articles })),
  ...feeds.map(({ id, articles }) => ({ term: { kind: 'feed', value: id } as const, articles })),
];

/** Combines regions, tags and feeds: all of, any of, none of. The list behind follows at once. */
export function FilterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const overview = useOverview();
  const filter = useView((view) => view.filter);
  const { nameOf } = useTermNames();
  const [mode, setMode] = useState<Mode>('all');
  const [wanted, setWanted] = useState('');
  const offers = (overview ? offersOf(overview) : [])
    .filter(({ term }) => nameOf(term).toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
    .slice(0, MOST_SHOWN);
  const chosen = offers.filter(({ term }) => filter[mode].some((other) => sameTerm(other, term)));

  const choose = (keys: Selection) => {
    for (const offer of offers) {
      const wanted = keys === 'all' || keys.has(keyOfTerm(offer.term));
      if (wanted && !chosen.includes(offer)) addTerm(offer.term, mode);
      if (!wanted && chosen.includes(offer)) removeTerm(offer.term);
    }
  };

  return (
    <WindowDialog title={t('filter.title')} onClose={onClose}>
      <div className={styles.body}>
        <Choice
          label={t('filter.mode')}
          hideLabel
          value={mode}
          onChange={setMode}
          options={MODES.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <TextField label={t('filter.find')} value={wanted} onChange={setWanted} autoFocus />
        <ListBox
          aria-label={t('filter.title')}
          className={styles.list ?? ''}
          items={offers.map((offer) => ({ ...offer, id: keyOfTerm(offer.term) }))}
          dependencies={[mode, filter]}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={chosen.map(({ term }) => keyOfTerm(term))}
          onSelectionChange={choose}
          renderEmptyState={() => <p className={styles.nothing}>{t('filter.nothing')}</p>}
        >
          {({ term, articles }) => {
            const Icon = term.kind in ICONS ? ICONS[term.kind as keyof typeof ICONS] : Tag;
            return (
              <ListBoxItem id={keyOfTerm(term)} textValue={nameOf(term)} className={styles.item ?? ''}>
                <Icon aria-hidden="true" />
                <span className={styles.name}>
                  <bdi>{nameOf(term)}</bdi>
                </span>
                <span className={styles.count}>{number(articles)}</span>
                <Check className={styles.check} aria-hidden="true" />
              </ListBoxItem>
            );
          }}
        </ListBox>
      </div>
    </WindowDialog>
  );
}
