import { create } from 'zustand';

/** A picture of the open article, as it is shown large. */
export interface OpenPicture {
  src: string;
  /** What it shows, in words; empty where nobody said. */
  alt: string;
  caption: string;
  /** Gives the focus back to where the picture stands in the article. */
  leave: () => void;
}

interface Viewer {
  /** All of the article, in its order. */
  pictures: readonly OpenPicture[];
  /** Which of them is shown; null while the viewer is closed. */
  now: number | null;
}

export const useOpenPicture = create<Viewer>(() => ({ pictures: [], now: null }));

/** Shows the next picture of the article or the one before; at either end nothing happens. */
export const stepPicture = (by: 1 | -1): void =>
  useOpenPicture.setState(({ pictures, now }) => ({
    now: now === null ? null : Math.min(pictures.length - 1, Math.max(0, now + by)),
  }));

/** Closes the viewer; the focus goes back to the picture that was shown last. */
export function closePicture(): void {
  const { pictures, now } = useOpenPicture.getState();
  useOpenPicture.setState({ pictures: [], now: null });
  if (now !== null) pictures[now]?.leave();
}
