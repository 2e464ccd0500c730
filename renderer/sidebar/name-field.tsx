import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Branch } from '../state/branches';
import { renamePlace } from '../state/filing';
import { nameAnew } from '../state/view';
import styles from './branch-row.module.css';

const LONGEST = { feed: 200, folder: 100 };

/** The row would take a press for its own. */
const mine = (event: SyntheticEvent) => event.stopPropagation();

/** The name of a feed or folder as it is being typed. What is typed is kept when the field is left. */
export function NameField({ branch }: { branch: Branch }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const keep = () => {
    nameAnew(null);
    void renamePlace(branch, field.current?.value ?? '');
  };
  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={t('feed.nameOf', { title: branch.name })}
      defaultValue={branch.name}
      maxLength={LONGEST[branch.kind]}
      dir="auto"
      onBlur={keep}
      onPointerDown={mine}
      onMouseDown={mine}
      onClick={mine}
      onDoubleClick={mine}
    />
  );
}

/**
 * The keys of the field, heard before the row hears them, to which arrows and letters mean something else: Enter leaves it,
 * Escape leaves it as it was. True where the key was pressed in the field.
 */
export function keyInField(event: KeyboardEvent): boolean {
  const field = event.target;
  if (!(field instanceof HTMLInputElement)) return false;
  event.stopPropagation();
  if (event.nativeEvent.isComposing) return true;
  if (event.key === 'Escape') field.value = field.defaultValue;
  if (event.key === 'Escape' || event.key === 'Enter') field.closest<HTMLElement>('[role=row]')?.focus();
  return true;
}
