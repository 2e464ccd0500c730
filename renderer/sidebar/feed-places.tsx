import { CloudOff, FolderPlus, Plus } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { type Key, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { NetworkState, Overview } from '../../electron/contract/model';
import { runCommand } from '../commands/commands';
import { placeActOf } from '../commands/place-keys';
import { branchesAt, placesWith, stepPlace } from '../state/arranging';
import { type Branch, branchesOf } from '../state/branches';
import { addFolder, removePlaces } from '../state/filing';
import { useFeedTree, useOverviewPart } from '../state/overview';
import { keysOfFilter } from '../state/places';
import { changeSettings, useSettings } from '../state/settings';
import { nameAnew, useView } from '../state/view';
import { IconButton } from '../ui/icon-button';
import { shortTime } from '../words/format';
import { useBranchDrag } from './branch-drag';
import { branchItem } from './branch-row';
import { keyInField } from './name-field';
import { PlaceTree } from './place-tree';
import { ROW_HEIGHT, RowLayout } from './row-layout';
import { Section } from './section';
import styles from './sidebar.module.css';

const networkOf = ({ network }: Overview) => network;
const NO_TREE: Branch[] = [];

/** The reader's feeds in their folders, thousands if need be: dragged, moved and renamed in place. */
export function FeedPlaces() {
  const { t } = useTranslation();
  const tree = useDeferredValue(useFeedTree() ?? NO_TREE);
  const network = useOverviewPart(networkOf);
  const { expanded, setExpanded } = useFolding(tree);
  const { dragAndDropHooks } = useBranchDrag();
  const box = useRevealed(tree, expanded);
  const root = t('section.feeds');
  return (
    <Section
      label={root}
      note={network && !network.online && <OfflineMark network={network} />}
      tools={
        <>
          <IconButton
            icon={FolderPlus}
            label={t('command.newFolder')}
            onPress={() => void addFolder(t('section.newFolder'), null)}
          />
          <IconButton icon={Plus} label={t('command.addFeed')} onPress={() => runCommand('feed.add')} />
        </>
      }
    >
      <div ref={box}>
        <Virtualizer layout={RowLayout} layoutOptions={ROW}>
          <PlaceTree
            aria-label={root}
            items={tree}
            expandedKeys={expanded}
            onExpandedChange={setExpanded}
            dragAndDropHooks={dragAndDropHooks}
            onKey={(event) => keyOnPlace(event, root)}
          >
            {branchItem}
          </PlaceTree>
        </Virtualizer>
      </div>
    </Section>
  );
}

const ROW = { rowHeight: ROW_HEIGHT };

/** Which folders are open: all but those that the reader has folded up, on this day or another. */
function useFolding(tree: Branch[]) {
  const { foldedFolders } = useSettings();
  const folders = useMemo(() => branchesOf(tree).filter(({ inside }) => inside.length > 0), [tree]);
  const expanded = useMemo(() => {
    const folded = new Set(foldedFolders);
    return new Set<Key>(folders.filter(({ id }) => !folded.has(id)).map(({ key }) => key));
  }, [folders, foldedFolders]);
  const setExpanded = (open: Set<Key>) =>
    void changeSettings({ foldedFolders: folders.filter(({ key }) => !open.has(key)).map(({ id }) => id) });
  return { expanded, setExpanded };
}

/** Scrolls to the row whose name is to be typed, which is not drawn while it is out of view. */
function useRevealed(tree: Branch[], expanded: Set<Key>) {
  const box = useRef<HTMLDivElement>(null);
  const naming = useView((view) => view.naming);
  useEffect(() => {
    const scroller = box.current?.closest(`.${styles.places}`);
    if (!naming || !box.current || !scroller) return;
    const at = shownBranches(tree, expanded).findIndex(({ key }) => key === naming);
    const above = box.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + at * ROW_HEIGHT;
    if (above < 0 || above > scroller.clientHeight - ROW_HEIGHT)
      scroller.scrollTop += above - scroller.clientHeight / 2;
  }, [naming, tree, expanded]);
  return box;
}

const shownBranches = (tree: Branch[], expanded: Set<Key>): Branch[] =>
  tree.flatMap((branch) => [branch, ...(expanded.has(branch.key) ? shownBranches(branch.inside, expanded) : [])]);

/** The keys of the row that has the focus. */
function keyOnPlace(event: KeyboardEvent, root: string): void {
  if (keyInField(event)) return;
  const { target } = event;
  const key = target instanceof HTMLElement && target.role === 'row' ? target.dataset.key : undefined;
  const act = key && placeActOf(event);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  if (act === 'rename') nameAnew(key);
  else if (act === 'remove') void removePlaces(branchesAt(placesWith(key, keysOfFilter(useView.getState().filter))));
  else void stepPlace(key, act, root);
}

/** That no feed can be asked, so that none is taken to be silent. */
function OfflineMark({ network: { byHand, offlineSince } }: { network: NetworkState }) {
  const { t } = useTranslation();
  const since = shortTime(offlineSince ?? Date.now());
  const said = byHand ? t('section.offlineByHand') : t('section.offline', { since });
  return (
    <span role="img" className={styles.offline} title={said} aria-label={said}>
      <CloudOff aria-hidden="true" />
    </span>
  );
}
