import type { InputOf, Which } from '../../electron/contract/calls';
import { ask } from '../caravan';
import { knownAt, listNow } from './articles';
import { undoable } from './changes';
import { tellFailure } from './notice';
import { type Chosen, holdList, keepListed, MOST_KEPT, openDialog, useView } from './view';

type Change = Omit<InputOf<'articles.change'>, 'which'>;

export const isChosen = ({ all, ids }: Chosen, id: string): boolean => all !== ids.has(id);

/** How many are chosen of a list that is so long. */
export const countChosen = ({ all, ids }: Chosen, total: number): number => (all ? total - ids.size : ids.size);

/** The open article counts as chosen once another is chosen besides. */
function begun(): Chosen {
  const { chosen, selected } = useView.getState();
  const at = selected?.index ?? 0;
  return chosen ?? { all: false, ids: new Set(selected ? [selected.id] : []), anchor: at, cursor: at };
}

/** Which question for a range is the last one. */
let range = 0;

function choose(chosen: Chosen): void {
  range++;
  holdList();
  const isNone = !chosen.all && chosen.ids.size === 0;
  useView.setState({ chosen: isNone ? null : chosen });
}

/** Ctrl or Cmd and a click: chooses an article besides, or no longer. */
export function toggleChosen(id: string, row: number): void {
  const before = begun();
  const ids = new Set(before.ids);
  if (!ids.delete(id)) ids.add(id);
  choose({ all: before.all, ids, anchor: row, cursor: row });
}

/** Chooses this one alone, without opening it. */
export const chooseOne = (id: string, row: number): void =>
  choose({ all: false, ids: new Set([id]), anchor: row, cursor: row });

/** Shift and a click: chooses all from where the range began to this row, loaded or not. */
export async function chooseTo(row: number): Promise<void> {
  const { anchor } = begun();
  const { filter, turn, selected } = useView.getState();
  const mine = ++range;
  holdList();
  const [from, to] = [Math.min(anchor, row), Math.max(anchor, row) + 1];
  try {
    const { ids } = await ask('articles.ids', { ...listNow(), from, to });
    const now = useView.getState();
    // Meanwhile it may be another list, or the reader may have chosen otherwise.
    const isSame = mine === range && now.filter === filter && now.turn === turn && now.selected === selected;
    if (isSame) choose({ all: false, ids: new Set(ids), anchor, cursor: row });
  } catch (thrown) {
    tellFailure(thrown);
  }
}

/** Shift and an arrow: the range ends a row further on. */
export function extendChosen(by: 1 | -1): void {
  const row = begun().cursor + by;
  if (row >= 0 && knownAt(row)) void chooseTo(row);
}

/** Chooses all of the list, also what is far from being in sight. */
export function chooseAll(): void {
  const { cursor } = begun();
  if (knownAt(0)) choose({ all: true, ids: new Set(), anchor: 0, cursor });
}

/** Back to the one that is open. */
export function clearChosen(): void {
  range++;
  useView.setState({ chosen: null });
}

const whichOf = ({ all, ids }: Chosen): Which =>
  all ? { ...listNow(), from: 0, to: null, except: [...ids] } : { ids: [...ids] };

/** Changes all that is chosen, and offers to take it back; it stays chosen. Without anything chosen it does nothing. */
export async function changeChosen(change: Change): Promise<void> {
  const { chosen } = useView.getState();
  if (!chosen) return;
  const which = whichOf(chosen);
  // What is so marked stays where it is, as far as it can be kept.
  if (!chosen.all && chosen.ids.size <= MOST_KEPT) keepListed([...chosen.ids]);
  else if (change.read !== undefined || change.bookmarked !== undefined) clearChosen();
  await changeMany(which, change);
}

/** Marks what stands above a row as read, or what stands below it. */
export const markBeyond = (row: number, where: 'above' | 'below'): Promise<void> => {
  const part = where === 'above' ? { from: 0, to: row } : { from: row + 1, to: null };
  return changeMany({ ...listNow(), ...part, except: [] }, { read: true });
};

const changeMany = (which: Which, change: Change): Promise<void> =>
  undoable(
    () => ask('articles.change', { which, ...change }),
    ({ changed }) => ({
      key: saidOf(change),
      values: { count: changed, tag: change.add?.[0] ?? change.remove?.[0] ?? '' },
    }),
  );

function saidOf({ read, bookmarked, add }: Change): string {
  if (read !== undefined) return read ? 'notice.markedAll' : 'notice.markedUnread';
  if (bookmarked !== undefined) return bookmarked ? 'notice.bookmarked' : 'notice.unbookmarked';
  return add ? 'notice.tagged' : 'notice.untagged';
}

/** Asks which tags to give to what is chosen. */
export const tagChosen = (): void => openDialog('tag-many');
