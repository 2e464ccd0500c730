import { useState } from 'react';
import { thumbnailSource } from '../state/pictures';
import styles from './row-picture.module.css';

/** The small picture of a row, made once when the article's pictures were kept; nothing where it cannot be shown. */
export function RowPicture({ id }: { id: string }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return null;
  return (
    <img
      className={styles.picture}
      src={thumbnailSource(id)}
      alt=""
      width={72}
      height={72}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(true)}
    />
  );
}
