import { useTranslation } from 'react-i18next';
import type { Filter, Overview, Term } from '../../electron/contract/model';
import type { TripSummary } from '../../electron/contract/trips';
import { listOf, regionName } from '../words/format';
import { isolated } from '../words/words';
import { useOverview } from './overview';
import { isEverything } from './terms';
import { useKnownTrips } from './trips';

/** Names terms and filters in the reader's language. */
export function useTermNames(): { nameOf: (term: Term) => string; titleOf: (filter: Filter) => string } {
  const { t } = useTranslation();
  const overview = useOverview();
  const trips = useKnownTrips();

  const nameOf = (term: Term): string => {
    if (term.kind === 'region') return regionName(term.value);
    if (term.kind === 'feed') return titleOfFeed(overview, term.value);
    if (term.kind === 'folder') return nameOfFolder(overview, term.value);
    if (term.kind === 'trip') return nameOfTrip(trips, term.value);
    if (term.kind === 'state') return t(`view.${term.value}`);
    return term.value;
  };

  const titleOf = (filter: Filter): string => {
    if (isEverything(filter)) return t('view.everything');
    const parts = [
      ...(filter.all.length ? [filter.all.map(nameOf).map(isolated).join(' + ')] : []),
      ...(filter.any.length ? [listOf(filter.any.map(nameOf).map(isolated), 'disjunction')] : []),
      ...filter.none.map((term) => t('filter.without', { name: nameOf(term) })),
      ...(filter.text ? [t('filter.text', { text: filter.text })] : []),
    ];
    return parts.join(' · ');
  };

  return { nameOf, titleOf };
}

const titleOfFeed = (overview: Overview | undefined, id: string): string =>
  overview?.feeds.find((feed) => feed.id === id)?.title ?? '…';

const nameOfTrip = (trips: TripSummary[] | undefined, id: string): string =>
  trips?.find((trip) => trip.id === id)?.name ?? '…';

const nameOfFolder = (overview: Overview | undefined, id: string): string =>
  overview?.folders.find((folder) => folder.id === id)?.name ?? '…';
