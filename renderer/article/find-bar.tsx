import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Input } from 'react-aria-components/Input';
import { useTranslation } from 'react-i18next';
import { keyOf } from '../commands/commands';
import { shownKey } from '../commands/key-names';
import { find, stepFound, stopFinding, useFinding } from '../state/finding';
import { IconButton } from '../ui/icon-button';
import styles from './find-bar.module.css';

/** Finds words in the open article. Escape gives the focus back to it, where the finding led. */
export function FindBar({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { text, all, now, asked } = useFinding();
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once more, the field takes the focus once more
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(() => stopFinding, []);
  const close = () => {
    stopFinding();
    onClose();
  };
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps = event.key === 'F3' || (event.key === 'Enter' && event.target === field.current);
    if (steps) stepFound(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') close();
    if (steps || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const count = all > 0 ? t('find.count', { now, all }) : t('find.none');
  return (
    <div role="search" aria-label={t('find.label')} className={styles.bar} onKeyDown={key}>
      <Input
        ref={field}
        dir="auto"
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        value={text}
        maxLength={200}
        className={styles.field ?? ''}
        onChange={({ target }) => find(target.value)}
      />
      <output aria-live="polite" className={styles.count}>
        {text.trim() && count}
      </output>
      <IconButton
        icon={ChevronUp}
        label={t('command.findPrevious')}
        hint={keyOf('find.previous')}
        isDisabled={all === 0}
        onPress={() => stepFound(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('command.findNext')}
        hint={keyOf('find.next')}
        isDisabled={all === 0}
        onPress={() => stepFound(1)}
      />
      <IconButton icon={X} label={t('command.close')} hint={shownKey('Escape')} onPress={close} />
    </div>
  );
}
