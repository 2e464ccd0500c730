import { ChevronLeft, ChevronRight, Maximize, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { shownKey } from '../commands/key-names';
import { closePicture, type OpenPicture, stepPicture, useOpenPicture } from '../state/open-picture';
import { IconButton } from '../ui/icon-button';
import { percent } from '../words/format';
import { usePictureHands } from './picture-hands';
import styles from './picture-viewer.module.css';

/** A picture of the article, large over the whole window. */
export function PictureViewer() {
  const { pictures, now } = useOpenPicture();
  const picture = now === null ? undefined : pictures[now];
  if (!picture || now === null) return null;
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && closePicture()} className={styles.veil ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Shown picture={picture} now={now} all={pictures.length} />
      </Modal>
    </ModalOverlay>
  );
}

const isRightToLeft = () => document.documentElement.dir === 'rtl';
/** To the next picture by what points to the reader's left (-1) or right (1). */
const turn = (towards: 1 | -1) => stepPicture(isRightToLeft() ? (towards === 1 ? -1 : 1) : towards);

interface Props {
  picture: OpenPicture;
  now: number;
  all: number;
}

function Shown({ picture: { src, alt, caption }, now, all }: Props) {
  const { t } = useTranslation();
  const stage = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [isBroken, setBroken] = useState(false);
  // A finger that goes to the left draws the next picture in from the right.
  const hands = usePictureHands({ stage, picture: image, onSwipe: (towards) => turn(towards === 1 ? -1 : 1) });
  const { zoom, isDragged, reset, zoomIn, zoomOut, look } = hands;
  const [before, setBefore] = useState(now);
  // Another picture is seen as a whole first; the dialog and what has the focus in it stay.
  if (before !== now) {
    setBefore(now);
    setBroken(false);
    reset();
  }
  const isLarge = zoom.scale > 1;

  const arrow = (x: 1 | 0 | -1, y: 1 | 0 | -1) => {
    if (isLarge) look(x, y);
    else if (x !== 0) turn(x);
  };
  const acts: Record<string, () => void> = {
    '+': zoomIn,
    '=': zoomIn,
    '-': zoomOut,
    '0': reset,
    Escape: closePicture,
    ArrowLeft: () => arrow(-1, 0),
    ArrowRight: () => arrow(1, 0),
    ArrowUp: () => arrow(0, -1),
    ArrowDown: () => arrow(0, 1),
  };
  useWindowKeys(acts);

  return (
    <Dialog aria-label={alt || caption || t('picture.untitled')} className={styles.dialog ?? ''}>
      <div className={styles.whole}>
        <header className={styles.bar}>
          <p className={styles.count} aria-live="polite">
            {all > 1 && t('picture.count', { now: now + 1, all })}
          </p>
          <IconButton icon={ZoomOut} label={t('picture.zoomOut')} hint="-" isDisabled={!isLarge} onPress={zoomOut} />
          <output className={styles.scale} aria-label={t('picture.scale')}>
            {percent(zoom.scale)}
          </output>
          <IconButton icon={ZoomIn} label={t('picture.zoomIn')} hint="+" onPress={zoomIn} />
          <IconButton icon={Maximize} label={t('picture.fit')} hint="0" isDisabled={!isLarge} onPress={reset} />
          <IconButton icon={X} label={t('command.close')} hint={shownKey('Escape')} onPress={closePicture} autoFocus />
        </header>
        <div ref={stage} className={styles.stage} data-large={isLarge} data-dragged={isDragged} {...hands.listeners}>
          {isBroken ? (
            <p role="alert">{t('picture.broken')}</p>
          ) : (
            <img
              ref={image}
              src={src}
              alt={alt}
              draggable={false}
              onError={() => setBroken(true)}
              style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}
            />
          )}
        </div>
        {all > 1 && <Turns now={now} all={all} />}
        {(caption || alt) && (
          <p className={styles.caption} dir="auto">
            {caption || alt}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** While the viewer is open the keys are its own, whatever in it has the focus. */
function useWindowKeys(acts: Record<string, () => void>): void {
  const present = useRef(acts);
  useEffect(() => {
    present.current = acts;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : present.current[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    // Before a tooltip would take Escape for itself.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}

/** The buttons at either side, which stand as the reader's language goes. */
function Turns({ now, all }: { now: number; all: number }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.previous}>
        <IconButton
          icon={ChevronLeft}
          points
          label={t('picture.previous')}
          isDisabled={now === 0}
          onPress={() => stepPicture(-1)}
        />
      </span>
      <span className={styles.next}>
        <IconButton
          icon={ChevronRight}
          points
          label={t('picture.next')}
          isDisabled={now === all - 1}
          onPress={() => stepPicture(1)}
        />
      </span>
    </>
  );
}
