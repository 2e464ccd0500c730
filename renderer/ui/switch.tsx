import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import styles from './switch.module.css';

interface Props {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** On or off, at once. */
export function Switch({ label, isOn, onChange }: Props) {
  return (
    <AriaSwitch isSelected={isOn} onChange={onChange} className={styles.switch ?? ''}>
      <span className={styles.track} aria-hidden="true" />
      {label}
    </AriaSwitch>
  );
}
