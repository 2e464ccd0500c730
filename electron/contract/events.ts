import type { KeepingState, RefreshState } from './model';
import type { TripSummary } from './trips';

/** What the library and the shell tell the window. Events say what changed, never the new data (progress is its own data). */
export interface Events {
  /** Articles came, went, or say something else now. */
  'articles.changed': Record<never, never>;
  /** The reader read, bookmarked or tagged. */
  'marks.changed': Record<never, never>;
  'feeds.changed': Record<never, never>;
  'settings.changed': Record<never, never>;
  'network.changed': Record<never, never>;
  'refresh.progress': RefreshState;
  'keeping.progress': KeepingState;
  /** A trip came, went, was renamed, or ended. */
  'trips.changed': Record<never, never>;
  'trip.progress': TripSummary;
  /** A key pressed while the article's frame had the focus: no script runs there to hear it. */
  'key.pressed': KeyPress;
  /** The right button, or its key, in the article: the window answers with the words of the menu (`menu.show`). */
  'menu.asked': MenuAsked;
  /** A command chosen from the application menu. */
  'command.chosen': { command: string };
}

/** What of an article is pointed at. */
export interface MenuAsked {
  /** The text that is selected, cut at 1,000 characters. */
  selection: string;
  isLink: boolean;
}

export interface KeyPress {
  key: string;
  /** The place of the key whatever the layout, as in KeyboardEvent.code: letters are found by it in other scripts. */
  code: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
}

export type EventName = keyof Events;

export const EVENT_NAMES = [
  'articles.changed',
  'marks.changed',
  'feeds.changed',
  'settings.changed',
  'network.changed',
  'refresh.progress',
  'keeping.progress',
  'trips.changed',
  'trip.progress',
  'key.pressed',
  'menu.asked',
  'command.chosen',
] as const satisfies readonly EventName[];
