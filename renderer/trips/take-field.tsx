import { Bookmark, Folder, MapPin, Plus, Rss, Tag, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Overview, Term } from '../../electron/contract/model';
import { useOverview } from '../state/overview';
import { keyOfTerm } from '../state/places';
import { useTermNames } from '../state/term-names';
import { sameTerm } from '../state/terms';
import { TextField } from '../ui/text-field';
import styles from './take-field.module.css';

const ICONS = { tag: Tag, region: MapPin, feed: Rss, folder: Folder, state: Bookmark, language: Tag, trip: Tag };
const MOST_SHOWN = 100;

/** All that can be taken along. */
const offersOf = ({ regions, tags, feeds, folders }: Overview): Term[] => [
  { kind: 'state', value: 'bookmarked' },
  ...regions.map(({ code }) => ({ kind: 'region', value: code }) as const),
  ...folders.map(({ id }) => ({ kind: 'folder', value: id }) as const),
  ...feeds.map(({ id }) => ({ kind: 'feed', value: id }) as const),
  ...tags.map(({ name }) => ({ kind: 'tag', value: name }) as const),
];

interface Props {
  take: Term[];
  onChange: (take: Term[]) => void;
}

/** What is taken along: any of these, or everything where there is none. */
export function TakeField({ take, onChange }: Props) {
  const { t } = useTranslation();
  const { nameOf } = useTermNames();
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{t('trip.take')}</legend>
      <div className={styles.tokens}>
        {take.length === 0 && <span className={styles.all}>{t('view.everything')}</span>}
        {take.map((term) => {
          const Icon = ICONS[term.kind];
          const name = nameOf(term);
          return (
            <span key={keyOfTerm(term)} className={styles.token}>
              <Icon aria-hidden="true" />
              <bdi>{name}</bdi>
              <Button
                className={styles.remove ?? ''}
                aria-label={t('filter.remove', { name })}
                onPress={() => onChange(take.filter((other) => !sameTerm(other, term)))}
              >
                <X aria-hidden="true" />
              </Button>
            </span>
          );
        })}
        <AddTerm take={take} onAdd={(term) => onChange([...take, term].slice(0, 50))} />
      </div>
    </fieldset>
  );
}

function AddTerm({ take, onAdd }: { take: Term[]; onAdd: (term: Term) => void }) {
  const { t } = useTranslation();
  const { nameOf } = useTermNames();
  const overview = useOverview();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const offers = (overview && open ? offersOf(overview) : [])
    .filter((term) => !take.some((other) => sameTerm(other, term)))
    .filter((term) => nameOf(term).toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
    .slice(0, MOST_SHOWN);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={styles.add ?? ''}>
        <Plus aria-hidden="true" />
        {t('trip.add')}
      </Button>
      <Popover placement="bottom start" className={styles.popover ?? ''}>
        <Dialog aria-label={t('trip.add')} className={styles.dialog ?? ''}>
          <TextField label={t('filter.find')} value={wanted} onChange={setWanted} autoFocus />
          <ListBox
            aria-label={t('trip.take')}
            className={styles.list ?? ''}
            items={offers.map((term) => ({ id: keyOfTerm(term), term }))}
            onAction={(key) => {
              const term = offers.find((offer) => keyOfTerm(offer) === key);
              if (term) onAdd(term);
              setOpen(false);
              setWanted('');
            }}
            renderEmptyState={() => <p className={styles.nothing}>{t('filter.nothing')}</p>}
          >
            {({ id, term }) => {
              const Icon = ICONS[term.kind];
              return (
                <ListBoxItem id={id} textValue={nameOf(term)} className={styles.item ?? ''}>
                  <Icon aria-hidden="true" />
                  <bdi>{nameOf(term)}</bdi>
                </ListBoxItem>
              );
            }}
          </ListBox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
