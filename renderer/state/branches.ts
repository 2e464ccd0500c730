import { foldersAbove } from '../../electron/contract/folders';
import type { FeedSummary, FeedTrouble, Folder, Overview } from '../../electron/contract/model';
import { keyOfTerm } from './places';

/** A folder with all that lies in it, however deep, or a feed with nothing in it. */
export interface Branch {
  /** As a place of the sidebar. */
  key: string;
  id: string;
  kind: 'folder' | 'feed';
  name: string;
  inside: Branch[];
}

const leaf = ({ id, title }: FeedSummary): Branch => ({
  key: keyOfTerm({ kind: 'feed', value: id }),
  id,
  kind: 'feed',
  name: title,
  inside: [],
});

/** What is made of an object is made once, and goes with it. */
function onceFor<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, Made>();
  return (from) => {
    const made = known.get(from) ?? make(from);
    known.set(from, made);
    return made;
  };
}

/** The reader's feeds in the reader's order: in each folder the folders, then the feeds. */
export const feedTree = onceFor(({ folders, feeds }: Pick<Overview, 'folders' | 'feeds'>): Branch[] => {
  const foldersIn = grouped(folders, ({ parentId }) => parentId);
  const feedsIn = grouped(feeds, ({ folderId }) => folderId);
  const branch = ({ id, name }: Folder): Branch => ({
    key: keyOfTerm({ kind: 'folder', value: id }),
    id,
    kind: 'folder',
    name,
    inside: inFolder(id),
  });
  const inFolder = (id: string | null): Branch[] => [
    ...(foldersIn.get(id) ?? []).map(branch),
    ...(feedsIn.get(id) ?? []).map(leaf),
  ];
  return inFolder(null);
});

function grouped<Thing>(things: Thing[], folderOf: (thing: Thing) => string | null): Map<string | null, Thing[]> {
  const groups = new Map<string | null, Thing[]>();
  for (const thing of things) {
    const group = groups.get(folderOf(thing));
    if (group) group.push(thing);
    else groups.set(folderOf(thing), [thing]);
  }
  return groups;
}

/** All branches of a tree in the order in which they are shown. */
export const branchesOf = (tree: Branch[]): Branch[] =>
  tree.flatMap((branch) => [branch, ...branchesOf(branch.inside)]);

/** The identifiers of feeds and of folders among these. */
export function idsOf(branches: Branch[]): { feeds: string[]; folders: string[] } {
  const ids = (wanted: Branch['kind']) => branches.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return { feeds: ids('feed'), folders: ids('folder') };
}

/** A branch, where it lies (null for the root) and what lies there with it. */
export interface Spot {
  branch: Branch;
  parent: Branch | null;
  siblings: Branch[];
}

/** Where a place is in the tree; undefined when it is not in it. */
export function spotOf(tree: Branch[], key: string, parent: Branch | null = null): Spot | undefined {
  for (const branch of tree) {
    const found = branch.key === key ? { branch, parent, siblings: tree } : spotOf(branch.inside, key, branch);
    if (found) return found;
  }
  return undefined;
}

/** “World › Iran”: the names from the outermost folder to this one. */
export const folderPath = (folders: Folder[], id: string): string =>
  foldersAbove(folders, id)
    .map(({ name }) => name)
    .join(' › ');

/** What a row of the feeds tells besides its name: of a feed, or of all that lie in a folder. */
export interface Tally {
  unread: number;
  feeds: string[];
  failing: { title: string; trouble: FeedTrouble }[];
}

/** The tallies of all feeds and folders by their keys; counted once for an overview, however many rows ask. */
export const talliesOf = onceFor((overview: Overview): Map<string, Tally> => {
  const feeds = new Map(overview.feeds.map((feed) => [feed.id, feed]));
  const tallies = new Map<string, Tally>();
  const count = (branch: Branch): Tally => {
    const feed = branch.kind === 'feed' ? feeds.get(branch.id) : undefined;
    const tally = feed ? tallyOf(feed) : sumOf(branch.inside.map(count));
    tallies.set(branch.key, tally);
    return tally;
  };
  feedTree(overview).forEach(count);
  return tallies;
});

const tallyOf = ({ id, title, unread, trouble }: FeedSummary): Tally => ({
  unread,
  feeds: [id],
  failing: trouble ? [{ title, trouble }] : [],
});

const sumOf = (tallies: Tally[]): Tally => ({
  unread: tallies.reduce((sum, { unread }) => sum + unread, 0),
  feeds: tallies.flatMap(({ feeds }) => feeds),
  failing: tallies.flatMap(({ failing }) => failing),
});
