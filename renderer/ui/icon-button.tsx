import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import styles from './icon-button.module.css';

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  icon: LucideIcon;
  /** The name that is spoken and shown in the tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  hint?: string | undefined;
  /** Coloured in and announced as pressed. */
  pressed?: boolean;
  points?: boolean;
  /** Announced as opening something. */
  expanded?: boolean;
}

/** A button that is an icon, with its name and key in a tooltip. */
export function IconButton({ icon: Icon, label, hint, pressed, points, expanded, ...props }: Props) {
  const state = pressed === undefined ? {} : { 'aria-pressed': pressed };
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button {...props} {...state} aria-expanded={expanded} aria-label={label} className={styles.button ?? ''}>
        <Icon aria-hidden="true" {...(points ? { 'data-points': true } : {})} />
      </Button>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {hint && <kbd>{hint}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
