import { create } from 'zustand';
import { EVERYTHING, type Filter, type Term } from '../../electron/contract/model';
import { sameTerm } from './terms';

/** The three ways in which terms are combined. */
export const MODES = ['all', 'any', 'none'] as const;
export type Mode = (typeof MODES)[number];

export type DialogName =
  | 'recovered'
  | 'add-feed'
  | 'feed'
  | 'move'
  | 'settings'
  | 'keys'
  | 'palette'
  | 'storage'
  | 'network'
  | 'shortcuts'
  | 'filters'
  | 'tags'
  | 'tag-many'
  | 'import'
  | 'pack'
  | 'trip';

/** The pages of a feed's own window. */
export type FeedPage = 'general' | 'health' | 'fetching';

/** Articles of the list that are to be changed together. */
export interface Chosen {
  /** True where all of the list are, but for `ids`. */
  all: boolean;
  ids: ReadonlySet<string>;
  /** The row from which a range is drawn, and the one where the keyboard is. */
  anchor: number;
  cursor: number;
}

interface View {
  filter: Filter;
  /** The article that is open, and where it last stood in the list. */
  selected: { id: string; index: number } | null;
  /** The article in the article's pane: while a key is held down, it is still the one before. */
  opened: string | null;
  /** Whether what fits best to the words that are searched for stands first; else the usual order. */
  bestFirst: boolean;
  /** Several at once; null while there is only the open one. */
  chosen: Chosen | null;
  /** Articles opened in this view stay listed, though reading them takes them out of 'unread'. */
  keep: string[];
  /** What arrived later waits until the reader asks for it; null while the list may change. */
  until: number | null;
  /** Grows whenever what was held back is let in: pages that were asked for before are of another list. */
  turn: number;
  /** Which pane shows where only one fits. */
  pane: 'list' | 'article';
  drawer: boolean;
  dialog: DialogName | null;
  /** What the dialog 'feed' is about. */
  feed: { id: string; page: FeedPage } | null;
  /** What the dialog 'trip' is about. */
  trip: string | null;
  /** What the dialog 'move' is about. */
  moving: { feeds: string[]; folders: string[] };
  /** The place of the sidebar, by its key, whose name is being typed. */
  naming: string | null;
  /** Which version of the open article shows: null is the present one, 0 the one before it. */
  version: number | null;
  /** Which of the open article's two texts shows: the one that was chosen for the reader, the other, or both side by side. */
  text: 'chosen' | 'other' | 'both';
}

const UNREAD: Term = { kind: 'state', value: 'unread' };

export const useView = create<View>(() => ({
  filter: { ...EVERYTHING, all: [UNREAD] },
  selected: null,
  opened: null,
  bestFirst: true,
  chosen: null,
  keep: [],
  until: null,
  turn: 0,
  pane: 'list',
  drawer: false,
  dialog: null,
  feed: null,
  trip: null,
  moving: { feeds: [], folders: [] },
  naming: null,
  version: null,
  text: 'chosen',
}));

/** So many articles stay listed at most, as `articles.list` takes them. */
export const MOST_KEPT = 1_000;

/** Shows another list from its top. */
export function showFilter(filter: Filter): void {
  releaseList();
  useView.setState({
    filter,
    selected: null,
    opened: null,
    chosen: null,
    version: null,
    text: 'chosen',
    keep: [],
    pane: 'list',
  });
}

/** Shows what meets this one term; the words of the search field go. */
export const showTerm = (term: Term): void => showFilter({ ...EVERYTHING, all: [term] });

export const showEverything = (): void => showFilter(EVERYTHING);

/** Adds a term, or moves it to another mode: it stands in one of them only. */
export function addTerm(term: Term, mode: Mode = 'all'): void {
  const without = withoutTerm(useView.getState().filter, term);
  showFilter({ ...without, [mode]: [...without[mode], term] });
}

export const removeTerm = (term: Term): void => showFilter(withoutTerm(useView.getState().filter, term));

/** Stops showing what is no longer there; what is left of the filter stays, else all unread. */
export function leaveTerm(term: Term): void {
  const { filter } = useView.getState();
  const without = withoutTerm(filter, term);
  const left = without.all.length + without.any.length + without.none.length;
  if (left === filter.all.length + filter.any.length + filter.none.length) return;
  showFilter(left > 0 ? without : { ...EVERYTHING, all: [UNREAD] });
}

export const searchHeadlines = (text: string): void => showFilter({ ...useView.getState().filter, text });

function withoutTerm(filter: Filter, term: Term): Filter {
  const rest = (terms: Term[]) => terms.filter((other) => !sameTerm(other, term));
  return { ...filter, all: rest(filter.all), any: rest(filter.any), none: rest(filter.none) };
}

/** Selects an article of the list; what was chosen besides is so no longer. */
export function selectArticle(id: string, index: number): void {
  keepListed([id]);
  holdList();
  useView.setState({ selected: { id, index }, chosen: null, version: null, text: 'chosen', pane: 'article' });
}

/** These stay in the list, whatever is done to them. */
export function keepListed(ids: readonly string[]): void {
  const { keep } = useView.getState();
  const more = ids.filter((id) => !keep.includes(id));
  if (more.length > 0) useView.setState({ keep: [...keep, ...more].slice(-MOST_KEPT) });
}

/** The open article stands in another row now; nothing else of it is another. */
export const moveSelected = (id: string, index: number): void =>
  useView.setState(({ selected }) => (selected?.id === id ? { selected: { id, index } } : {}));

/** From now on the list stays as it is under the reader's hand. */
export function holdList(): void {
  if (useView.getState().until === null) useView.setState({ until: Date.now() });
}

/** Lets in what waits, and shows the list from its top. */
export function releaseList(): void {
  useView.setState(({ until, turn }) => ({ until: null, turn: until === null ? turn : turn + 1 }));
}

export const showVersion = (version: number | null): void => useView.setState({ version });

export const showText = (text: View['text']): void => useView.setState({ text, version: null });

export const openDialog = (dialog: Exclude<DialogName, 'feed' | 'move' | 'trip'> | null): void =>
  useView.setState({ dialog, feed: null });

/** Opens a feed's own window. */
export const openFeed = (id: string, page: FeedPage = 'general'): void =>
  useView.setState({ dialog: 'feed', feed: { id, page } });

/** Shows a trip: how it goes, or what came of it; null closes that. */
export const openTrip = (id: string | null): void =>
  useView.setState({ dialog: id === null ? null : 'trip', feed: null, trip: id });

/** Asks where to file feeds and folders. */
export const openMove = (moving: View['moving']): void => useView.setState({ dialog: 'move', feed: null, moving });

/** Lets the reader type the name of a feed or folder in the sidebar; null when that is over. */
export const nameAnew = (key: string | null): void => useView.setState({ naming: key });
