import { ask } from '../caravan';
import { type Branch, branchesOf, feedTree, idsOf, type Spot, spotOf } from './branches';
import { undoable } from './changes';
import type { Said } from './notice';
import { freshOverview, knownOverview } from './overview';
import { unfold } from './settings';

/** Where something comes to lie: in a folder (null for none), before what lies there (null for last). */
interface Goal {
  into: Branch | null;
  before: Branch | null;
}

const treeNow = (): Branch[] => {
  const overview = knownOverview();
  return overview ? feedTree(overview) : [];
};

/** These places in the order in which they are shown, without what lies in one of them and so comes along. */
function outermost(tree: Branch[], keys: ReadonlySet<string>): Branch[] {
  return tree.flatMap((branch) => (keys.has(branch.key) ? [branch] : outermost(branch.inside, keys)));
}

/** Where places go that are dropped on a row (into the folder), before it or after it. */
export function goalOfDrop(
  tree: Branch[],
  keys: ReadonlySet<string>,
  { key, dropPosition }: { key: string; dropPosition: 'on' | 'before' | 'after' },
): Goal | null {
  const spot = spotOf(tree, key);
  if (!spot) return null;
  if (dropPosition === 'on') return { into: spot.branch, before: null };
  const at = spot.siblings.indexOf(spot.branch) + (dropPosition === 'after' ? 1 : 0);
  return { into: spot.parent, before: spot.siblings.slice(at).find((branch) => !keys.has(branch.key)) ?? null };
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where a place goes by one step: past its neighbour, into the folder above it, or out of its own; null for nowhere. */
export function goalOfStep(tree: Branch[], key: string, step: Step): Goal | null {
  const spot = spotOf(tree, key);
  if (!spot) return null;
  const { branch, parent, siblings } = spot;
  const alike = siblings.filter(({ kind }) => kind === branch.kind);
  const at = alike.indexOf(branch);
  switch (step) {
    case 'up':
      return at > 0 ? { into: parent, before: alike[at - 1] ?? null } : null;
    case 'down':
      return at < alike.length - 1 ? { into: parent, before: alike[at + 2] ?? null } : null;
    case 'in': {
      const above = siblings.slice(0, siblings.indexOf(branch)).findLast(({ kind }) => kind === 'folder');
      return above ? { into: above, before: null } : null;
    }
    case 'out':
      return parent && goalBehind(tree, parent, branch);
  }
}

/** Folders stand above feeds: a folder comes to lie below the one that it leaves, a feed above all feeds. */
function goalBehind(tree: Branch[], left: Branch, { kind }: Branch): Goal | null {
  const outer = spotOf(tree, left.key);
  if (!outer) return null;
  const { parent, siblings } = outer;
  const below = siblings.slice(siblings.indexOf(left) + 1);
  return { into: parent, before: below.find((other) => kind === 'folder' || other.kind === 'feed') ?? null };
}

/** One after the other: each step begins where the one before it has led. */
let last: Promise<void> = Promise.resolve();

/**
 * Moves a place by one step, and says where it stands then; the window shows it once this is resolved. `root` is what the
 * top of the tree is called.
 */
export function stepPlace(key: string, step: Step, root: string): Promise<void> {
  last = last.then(async () => {
    const goal = goalOfStep(treeNow(), key, step);
    if (!goal) return;
    // What goes into a folder that is folded up would be out of sight, and the focus with it.
    if (goal.into) unfold(goal.into.id);
    await move(new Set([key]), goal, root);
  });
  return last;
}

/** Moves what was dragged to where it was dropped. */
export async function dropPlaces(
  keys: ReadonlySet<string>,
  target: { key: string; dropPosition: 'on' | 'before' | 'after' },
  root: string,
): Promise<void> {
  const goal = goalOfDrop(treeNow(), keys, target);
  if (goal) await move(keys, goal, root);
}

async function move(keys: ReadonlySet<string>, { into, before }: Goal, root: string): Promise<void> {
  const moving = outermost(treeNow(), keys);
  if (moving.length === 0) return;
  const change = { ...idsOf(moving), into: into?.id ?? null, before: before?.id ?? null };
  await undoable(
    () => ask('places.move', change),
    async () => {
      await freshOverview();
      return wordsFor(moving, into?.name ?? root);
    },
  );
}

function wordsFor(moved: Branch[], folder: string): Said {
  const [one] = moved;
  if (!one || moved.length > 1) return { key: 'notice.movedMany', values: { count: moved.length, folder } };
  return { key: 'notice.moved', values: { title: one.name, folder, ...placeIn(spotOf(treeNow(), one.key)) } };
}

const placeIn = (spot: Spot | undefined): { place: number; total: number } => ({
  place: spot ? spot.siblings.indexOf(spot.branch) + 1 : 0,
  total: spot?.siblings.length ?? 0,
});

/** What is chosen beside a place, when it is among several that are shown: all of these; else the place alone. */
export function placesWith(key: string, shown: string[]): string[] {
  const chosen = new Set(shown);
  const together = branchesOf(treeNow()).flatMap((branch) => (chosen.has(branch.key) ? [branch.key] : []));
  return together.includes(key) ? together : [key];
}

/** The places of the tree under these keys; tells nothing of those that are gone. */
export const branchesAt = (keys: string[]): Branch[] => outermost(treeNow(), new Set(keys));
