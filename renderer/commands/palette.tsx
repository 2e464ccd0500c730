import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../state/settings';
import spoken from '../ui/spoken.module.css';
import veil from '../ui/window-dialog.module.css';
import { KeyCaps } from './key-caps';
import styles from './palette.module.css';
import { answersTo, type Entry, remember, searchEntry, useEntries } from './palette-entries';

const PAGE = 8;

/** Everything that can be done and gone to, by a few letters of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={`${veil.veil} ${styles.veil}`}
    >
      <Modal className={`${veil.modal} ${styles.modal}`}>
        <Dialog aria-label={t('command.palette')} className={styles.palette ?? ''}>
          <Finder onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The focus goes back to where it was before anything is done, which may take it elsewhere. */
function afterFocus(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const entries = useEntries();
  const { recentCommands } = useSettings();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = answersTo(typed, entries, recentCommands);
  const text = typed.trim();
  const offers = text ? [...found, searchEntry(text, t('palette.search', { text }))] : found;
  const optionId = (index: number) => `${id}-${index}`;

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    remember(entry, recentCommands);
    afterFocus(entry.run);
  };
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = offers.length - 1;
    const next: Record<string, number> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + PAGE),
      PageUp: Math.max(0, at - PAGE),
    };
    const wanted = next[event.key];
    if (event.key === 'Enter') choose(offers[at]);
    else if (wanted !== undefined) setAt(wanted);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to be typed into
        autoFocus
        role="combobox"
        aria-label={t('palette.label')}
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        aria-controls={id}
        aria-activedescendant={offers.length > 0 ? optionId(at) : undefined}
        className={styles.input}
        placeholder={t('palette.label')}
        dir="auto"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      <Offers id={id} offers={offers} at={at} optionId={optionId} onChoose={choose} />
      <p role="status" className={spoken.spoken}>
        {text && t('palette.count', { count: found.length })}
      </p>
    </>
  );
}

interface OffersProps {
  id: string;
  offers: Entry[];
  /** The one that Enter takes. */
  at: number;
  optionId: (index: number) => string;
  onChoose: (entry: Entry) => void;
}

/** The focus stays in the field: these are pointed at by it. */
function Offers({ id, offers, at, optionId, onChoose }: OffersProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('palette.answers')} className={styles.offers}>
      {offers.map((entry, index) => (
        // biome-ignore lint/a11y: a combobox keeps the focus and hears the keys for its options
        <div
          key={entry.key}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          className={styles.offer}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entry)}
        >
          <bdi className={styles.name}>{entry.name}</bdi>
          <bdi className={styles.kind}>{entry.kind}</bdi>
          {entry.shortcut && <KeyCaps keys={entry.shortcut} />}
        </div>
      ))}
    </div>
  );
}
