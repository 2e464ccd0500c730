import { create } from 'zustand';
import type { Script } from '../../electron/contract/settings';

/** The page of the open article, as commands and the pane around it reach it. */
interface OpenPage {
  /** The frame's document while an article is in it. No script runs there: the window reads it and moves it. */
  page: Document | null;
  /** The article in it. */
  id: string | null;
  script: Script;
  /** How much of it has been read: 0 at its top, 1 at its end. */
  done: number;
  /** Whether the choices of how it looks are open. */
  choosingLook: boolean;
}

export const useOpenPage = create<OpenPage>(() => ({
  page: null,
  id: null,
  script: 'latin',
  done: 0,
  choosingLook: false,
}));
