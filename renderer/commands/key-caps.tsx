import styles from './key-caps.module.css';
import { shownKey } from './key-names';

/** A key as its caps; two for one after the other. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <bdi className={styles.keys} dir="ltr">
      {keys.split(' ').map((key, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice
        <kbd key={step}>{shownKey(key)}</kbd>
      ))}
    </bdi>
  );
}
