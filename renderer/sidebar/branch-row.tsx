import { EllipsisVertical, Folder, GripVertical } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Collection,
  type TreeItemContentRenderProps as RowState,
  TreeItem,
  TreeItemContent,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Branch } from '../state/branches';
import { useTally } from '../state/overview';
import { useFeedIcon } from '../state/pictures';
import { nameAnew, useView } from '../state/view';
import { PopupMenu } from '../ui/popup-menu';
import { SourceTile } from '../ui/source-tile';
import styles from './branch-row.module.css';
import { NameField } from './name-field';
import { Chevron, PlaceLine, PlaceName } from './place';
import placeStyles from './place.module.css';
import { usePlaceActions } from './place-actions';
import { TroubleMark } from './trouble-mark';

/** A feed, or a folder with what lies in it. Made for each of thousands, so that only what is in view does any work. */
export const branchItem = (branch: Branch) => (
  <TreeItem
    key={branch.key}
    id={branch.key}
    textValue={branch.name}
    hasChildItems={branch.inside.length > 0}
    className={placeStyles.place ?? ''}
  >
    <TreeItemContent>{(row) => <BranchRow branch={branch} row={row} />}</TreeItemContent>
    <Collection items={branch.inside}>{branchItem}</Collection>
  </TreeItem>
);

function BranchRow({ branch, row }: { branch: Branch; row: RowState }) {
  const tally = useTally(branch.key);
  const naming = useView((view) => view.naming === branch.key);
  const [open, setOpen] = useState(false);
  const isFolder = branch.kind === 'folder';
  const active = row.isHovered || row.isFocusVisible || row.isFocusVisibleWithin || open;
  // What is seldom used is not drawn for each of thousands; a grip that was reached stays, as what a drag began from.
  const [reached, setReached] = useState(false);
  if (active && !reached) setReached(true);
  const extra = (
    <>
      {tally && !(isFolder && row.isExpanded) && <TroubleMark failing={tally.failing} isFolder={isFolder} />}
      {reached && <Grip branch={branch} />}
      {active && <BranchMenu branch={branch} open={open} onOpenChange={setOpen} />}
    </>
  );
  return (
    <PlaceLine
      lead={<Lead branch={branch} hasInside={row.hasChildItems} />}
      name={
        naming ? (
          <NameField branch={branch} />
        ) : (
          <PlaceName name={branch.name} onDoubleClick={() => nameAnew(branch.key)} />
        )
      }
      extra={!naming && extra}
      count={naming ? 0 : (tally?.unread ?? 0)}
    />
  );
}

function Grip({ branch }: { branch: Branch }) {
  const { t } = useTranslation();
  return (
    <Button
      slot="drag"
      excludeFromTabOrder
      className={styles.drag ?? ''}
      aria-label={t('command.drag', { title: branch.name })}
    >
      <GripVertical aria-hidden="true" />
    </Button>
  );
}

function Lead({ branch, hasInside }: { branch: Branch; hasInside: boolean }) {
  const icon = useFeedIcon(branch.id);
  if (hasInside) return <Chevron />;
  return branch.kind === 'folder' ? <Folder aria-hidden="true" /> : <SourceTile name={branch.name} icon={icon} />;
}

interface MenuProps {
  branch: Branch;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function BranchMenu({ branch, open, onOpenChange }: MenuProps) {
  const { t } = useTranslation();
  const actionsFor = usePlaceActions();
  return (
    <span className={styles.menu}>
      <PopupMenu
        icon={EllipsisVertical}
        label={t('command.more', { title: branch.name })}
        onOpenChange={onOpenChange}
        actions={open ? actionsFor(branch.key) : []}
        excludeFromTabOrder
      />
    </span>
  );
}
