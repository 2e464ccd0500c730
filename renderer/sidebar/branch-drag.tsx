import { useMemo } from 'react';
import { type DragAndDropOptions, DropIndicator, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { branchesAt, dropPlaces } from '../state/arranging';
import { termOfKey } from '../state/places';
import styles from './branch-row.module.css';

/** What is dragged is one of our own rows, and nothing from elsewhere. */
const PLACE = 'application/x-caravan-place';

/** Feeds and folders are dragged onto a folder or between two rows, several at once, by mouse, touch or key. */
export function useBranchDrag() {
  const { t } = useTranslation();
  const root = t('section.feeds');
  const options = useMemo<DragAndDropOptions>(
    () => ({
      getItems: (keys) =>
        branchesAt([...keys].map(String)).map(({ key, name }) => ({ [PLACE]: key, 'text/plain': name })),
      acceptedDragTypes: [PLACE],
      getAllowedDropOperations: () => ['move'],
      shouldAcceptItemDrop: ({ key }) => termOfKey(String(key)).kind === 'folder',
      onMove: ({ keys, target: { key, dropPosition } }) =>
        void dropPlaces(new Set([...keys].map(String)), { key: String(key), dropPosition }, root),
      renderDropIndicator: (target) => <DropIndicator target={target} className={styles.indicator ?? ''} />,
    }),
    [root],
  );
  return useDragAndDrop(options);
}
