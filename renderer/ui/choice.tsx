import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './choice.module.css';
import spokenStyles from './spoken.module.css';

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, value, options, onChange, hideLabel }: Props<Value>) {
  const chosen = (wanted: string) => options.find((option) => option.value === wanted);
  return (
    <RadioGroup
      value={value}
      orientation="horizontal"
      className={styles.group ?? ''}
      onChange={(wanted) => {
        const option = chosen(wanted);
        if (option) onChange(option.value);
      }}
    >
      <Label className={(hideLabel ? spokenStyles.spoken : styles.label) ?? ''}>{label}</Label>
      <div className={styles.options}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.option ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
