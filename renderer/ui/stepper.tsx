import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import styles from './stepper.module.css';

interface Props {
  label: string;
  /** As it is shown and spoken. */
  shown: string;
  /** The names of the two buttons. */
  names: { less: string; more: string };
  canLess: boolean;
  canMore: boolean;
  onStep: (by: 1 | -1) => void;
}

/** A measure that goes up and down by steps. */
export function Stepper({ label, shown, names, canLess, canMore, onStep }: Props) {
  return (
    <div role="group" aria-label={label} className={styles.stepper}>
      <span className={styles.label}>{label}</span>
      <Button aria-label={names.less} isDisabled={!canLess} className={styles.button ?? ''} onPress={() => onStep(-1)}>
        <Minus aria-hidden="true" />
      </Button>
      <output>{shown}</output>
      <Button aria-label={names.more} isDisabled={!canMore} className={styles.button ?? ''} onPress={() => onStep(1)}>
        <Plus aria-hidden="true" />
      </Button>
    </div>
  );
}
