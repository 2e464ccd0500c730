import { CircleCheck, CircleDashed } from 'lucide-react';
import styles from './saved-mark.module.css';

/** A small mark for what is here in part or whole; the words are its tooltip, and are spoken by whoever shows it. */
export function SavedMark({ isWhole, words }: { isWhole: boolean; words: string }) {
  const Icon = isWhole ? CircleCheck : CircleDashed;
  return (
    <span className={styles.mark} title={words} aria-hidden="true">
      <Icon />
    </span>
  );
}
