import { useState } from 'react';
import styles from './source-tile.module.css';

const SHADES = 8;

/** A stable shade for a name, so that a paper keeps its colour. */
function shadeOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % SHADES;
}

/** “The Border Post” is known by its B. */
const initial = (name: string): string =>
  name
    .replace(/^the\s+/i, '')
    .match(/\p{L}|\p{N}/u)?.[0]
    ?.toUpperCase() ?? '•';

interface Props {
  name: string;
  /** The address of its own icon; null for a tile with its initial. */
  icon?: string | null;
}

/** The small tile of a paper: its own icon, else its initial on a colour. */
export function SourceTile({ name, icon = null }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  if (icon !== null && icon !== broken) {
    return (
      <img
        className={styles.icon}
        src={icon}
        alt=""
        draggable={false}
        decoding="async"
        onError={() => setBroken(icon)}
      />
    );
  }
  return (
    <span className={`${styles.tile} ${styles[`shade${shadeOf(name)}`]}`} aria-hidden="true">
      {initial(name)}
    </span>
  );
}
