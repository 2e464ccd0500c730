import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import styles from './push-button.module.css';

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  icon?: LucideIcon;
  label: string;
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
}

/** A button with words. One primary a screen. */
export function PushButton({ icon: Icon, label, look = 'plain', ...props }: Props) {
  return (
    <Button {...props} className={`${styles.button} ${styles[look]}`}>
      {Icon && <Icon aria-hidden="true" />}
      {label}
    </Button>
  );
}
