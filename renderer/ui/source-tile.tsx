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

/** The small coloured tile with the initial of a paper. */
export function SourceTile({ name }: { name: string }) {
  return (
    <span className={`${styles.tile} ${styles[`shade${shadeOf(name)}`]}`} aria-hidden="true">
      {initial(name)}
    </span>
  );
}
