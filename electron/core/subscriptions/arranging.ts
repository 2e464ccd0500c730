import { Fault } from '../../contract/failures';
import { foldersAbove } from '../../contract/folders';
import type { Undoing } from '../reading/undo-list';
import type { Core } from '../store/core-data';
import type { Store } from '../store/store';
import { folderNamed } from './folders';
import { checkFolder, followedFeed } from './subscriptions';

/**
 * What shall stand where, in this order: in a folder (null for none), before what lies there already. In a folder, folders
 * stand above feeds: before a folder is before all feeds, before a feed is after all folders. What is to stand before
 * null, or before what is not there any more, stands last.
 */
export interface Move {
  feeds: readonly string[];
  folders: readonly string[];
  into: string | null;
  before: string | null;
}

/** Files and orders feeds and folders. Throws Fault 'unknown-feed', 'unknown-folder' or 'folder-in-itself'. */
export async function movePlaces({ core }: Store, move: Move): Promise<Undoing> {
  checkMove(core.data, move);
  const back = movesBack(core.data, move);
  await core.change((data) => withMoved(data, move));
  const changed = back.length;
  const takeBack = async (): Promise<number> => {
    await core.change((data) => back.reduce(movedBack, data));
    return changed;
  };
  return { changed, takeBack };
}

/** The same core with feeds and folders moved, which must be there. */
function withMoved(core: Core, { feeds, folders, into, before }: Move): Core {
  const inFolder = core.folders.some(({ id, parentId }) => id === before && parentId === into);
  return {
    ...core,
    feeds: rearranged(
      core.feeds,
      new Set(feeds),
      (feed) => ({ ...feed, folderId: into }),
      (feed) => feed.folderId === into && (inFolder || feed.id === before),
    ),
    folders: rearranged(
      core.folders,
      new Set(folders),
      (folder) => ({ ...folder, parentId: into }),
      (folder) => folder.parentId === into && folder.id === before,
    ),
  };
}

/** Those of `ids` are taken out, changed, and put before the first of the others that `isNext`; where none is, last. */
function rearranged<Thing extends { id: string }>(
  things: Thing[],
  ids: Set<string>,
  change: (thing: Thing) => Thing,
  isNext: (thing: Thing) => boolean,
): Thing[] {
  if (ids.size === 0) return things;
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const moving = [...ids].flatMap((id) => byId.get(id) ?? []).map(change);
  const others = things.filter(({ id }) => !ids.has(id));
  const at = others.findIndex(isNext);
  return others.toSpliced(at < 0 ? others.length : at, 0, ...moving);
}

function checkMove(core: Core, { feeds, folders, into }: Move): void {
  for (const id of feeds) followedFeed(core, id);
  for (const id of folders) folderNamed(core, id);
  checkFolder(core, into);
  checkRing(core, { folders, into });
}

function checkRing(core: Core, { folders, into }: Pick<Move, 'folders' | 'into'>): void {
  const around = new Set(foldersAbove(core.folders, into).map(({ id }) => id));
  const ring = folders.find((id) => around.has(id));
  if (ring !== undefined) throw new Fault('folder-in-itself', { name: folderNamed(core, ring).name });
}

/** One move for each that was moved, the last first: when it comes back, what stood after it is there already. */
function movesBack(core: Core, move: Move): Move[] {
  const feeds = core.feeds.map(({ id, folderId }) => ({ id, into: folderId }));
  const folders = core.folders.map(({ id, parentId }) => ({ id, into: parentId }));
  return [
    ...stoodBefore(folders, new Set(move.folders)).map(({ id, ...at }) => ({ feeds: [], folders: [id], ...at })),
    ...stoodBefore(feeds, new Set(move.feeds)).map(({ id, ...at }) => ({ feeds: [id], folders: [], ...at })),
  ];
}

function stoodBefore(things: { id: string; into: string | null }[], ids: Set<string>) {
  const first = new Map<string | null, string>();
  const found: { id: string; into: string | null; before: string | null }[] = [];
  for (const { id, into } of things.toReversed()) {
    if (ids.has(id)) found.push({ id, into, before: first.get(into) ?? null });
    first.set(into, id);
  }
  return found;
}

/** What has gone meanwhile stays away; where a folder has gone, what was in it comes to where there is none. */
function movedBack(core: Core, move: Move): Core {
  const into = core.folders.some(({ id }) => id === move.into) ? move.into : null;
  const known = {
    ...move,
    into,
    folders: move.folders.filter((id) => core.folders.some((folder) => folder.id === id)),
    feeds: move.feeds.filter((id) => core.feeds.some((feed) => feed.id === id)),
  };
  checkRing(core, known);
  return withMoved(core, known);
}
