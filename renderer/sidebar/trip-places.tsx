import { EllipsisVertical, Luggage } from 'lucide-react';
import { useState } from 'react';
import { type TreeItemContentRenderProps as RowState, TreeItem, TreeItemContent } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TripSummary } from '../../electron/contract/trips';
import { keyOfTerm } from '../state/places';
import { useTrips } from '../state/trips';
import { PopupMenu } from '../ui/popup-menu';
import { byteSize } from '../words/format';
import { PlaceLine, PlaceName } from './place';
import placeStyles from './place.module.css';
import { usePlaceActions } from './place-actions';
import { PlaceTree } from './place-tree';
import { Section } from './section';
import styles from './trip-places.module.css';

/** What is packed, or being packed; nothing while there is no trip. */
export function TripPlaces() {
  const { t } = useTranslation();
  const trips = useTrips();
  if (!trips || trips.length === 0) return null;
  return (
    <Section label={t('section.trips')}>
      <PlaceTree aria-label={t('section.trips')}>
        {trips.map((trip) => {
          const key = keyOfTerm({ kind: 'trip', value: trip.id });
          return (
            <TreeItem key={key} id={key} textValue={trip.name} className={placeStyles.place ?? ''}>
              <TreeItemContent>{(row) => <TripRow placeKey={key} trip={trip} row={row} />}</TreeItemContent>
            </TreeItem>
          );
        })}
      </PlaceTree>
    </Section>
  );
}

function TripRow({ placeKey, trip, row }: { placeKey: string; trip: TripSummary; row: RowState }) {
  const [open, setOpen] = useState(false);
  const active = row.isHovered || row.isFocusVisible || row.isFocusVisibleWithin || open;
  return (
    <>
      <PlaceLine
        lead={<Luggage aria-hidden="true" />}
        name={<PlaceName name={trip.name} />}
        extra={active && <TripMenu placeKey={placeKey} name={trip.name} open={open} onOpenChange={setOpen} />}
        count={0}
      />
      <TripState trip={trip} />
    </>
  );
}

/** How far it is, in a line below the name. */
function TripState({ trip: { state, waitsFor, articles: total, ready, failed, bytes } }: { trip: TripSummary }) {
  const { t } = useTranslation();
  const isUnderWay = state === 'packing' || state === 'paused';
  const size = byteSize(bytes);
  const words = isUnderWay
    ? t('trip.progress', { done: ready + failed, total, bytes: size })
    : t('trip.readyShort', { ready, total, bytes: size });
  const why =
    state === 'over' ? t('trip.isOver') : state === 'paused' ? t('trip.paused') : waitsFor && t('trip.waiting');
  return (
    <div className={styles.state}>
      <p>{words}</p>
      {why && <p className={styles.why}>{why}</p>}
      {isUnderWay && <progress max={Math.max(1, total)} value={ready + failed} aria-hidden="true" />}
    </div>
  );
}

interface MenuProps {
  placeKey: string;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function TripMenu({ placeKey, name, open, onOpenChange }: MenuProps) {
  const { t } = useTranslation();
  const actionsFor = usePlaceActions();
  return (
    <PopupMenu
      icon={EllipsisVertical}
      label={t('command.more', { title: name })}
      onOpenChange={onOpenChange}
      actions={open ? actionsFor(placeKey) : []}
      excludeFromTabOrder
    />
  );
}
