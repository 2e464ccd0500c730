import type { Ref } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text, type TextFieldProps } from 'react-aria-components';
import styles from './text-field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  /** Shown in red below, and spoken, while it is not empty. */
  error?: string | undefined;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label, what it is for, and what is wrong with it. */
export function TextField({ label, hint, error, placeholder, inputRef, ...props }: Props) {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Input ref={inputRef} className={styles.input ?? ''} placeholder={placeholder} dir="auto" />
      {hint && !error && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
