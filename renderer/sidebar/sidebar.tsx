import { Bookmark, CircleCheck, Inbox, Library, MapPin, Sun, Tag } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../electron/contract/model';
import { useOverviewPart } from '../state/overview';
import { EVERYTHING_KEY, keyOfTerm } from '../state/places';
import { regionName } from '../words/format';
import { FeedPlaces } from './feed-places';
import { Place } from './place';
import { usePlaceMenu } from './place-menu';
import { PlaceTree } from './place-tree';
import { Section } from './section';
import styles from './sidebar.module.css';
import { TripPlaces } from './trip-places';

// With these the feeds begin inside a window of 900 pixels; the filters have the rest.
const MOST_TAGS = 6;
const MOST_REGIONS = 6;

const isThere = () => true;

const shownRegions = ({ regions }: Overview) => ({
  codes: regions.slice(0, MOST_REGIONS).map(({ code }) => code),
  hasMore: regions.length > MOST_REGIONS,
});

/** All of the reader's own, and the most used of the others. */
function shownTags({ tags }: Overview) {
  const own = tags.filter((tag) => tag.own);
  const names = [...own, ...tags.filter((tag) => !tag.own).slice(0, MOST_TAGS)].map(({ name }) => name);
  return { names, hasMore: tags.length > names.length };
}

/** Everything that can be shown in the list. Each part reads what it shows: counts change often. `children` is its edge. */
export function Sidebar({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  // The list beside it is drawn first.
  const known = useDeferredValue(useOverviewPart(isThere), undefined);
  const { openMenu, menu } = usePlaceMenu();
  return (
    <nav className={styles.sidebar} aria-label={t('landmark.library')}>
      {known && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are what is used, by key too
        <div className={styles.places} onContextMenu={openMenu}>
          <LibraryPlaces />
          <TripPlaces />
          <RegionPlaces />
          <TagPlaces />
          <FeedPlaces />
        </div>
      )}
      {menu}
      {children}
    </nav>
  );
}

function LibraryPlaces() {
  const { t } = useTranslation();
  return (
    <Section label={t('section.library')}>
      <PlaceTree aria-label={t('section.library')}>
        <Place id="state:today" icon={Sun} name={t('view.today')} />
        <Place id="state:unread" icon={Inbox} name={t('view.unread')} />
        <Place id="state:bookmarked" icon={Bookmark} name={t('view.bookmarked')} />
        <Place id="state:offline" icon={CircleCheck} name={t('view.offline')} />
        <Place id={EVERYTHING_KEY} icon={Library} name={t('view.everything')} />
      </PlaceTree>
    </Section>
  );
}

function RegionPlaces() {
  const { t } = useTranslation();
  const shown = useOverviewPart(shownRegions);
  if (!shown || shown.codes.length === 0) return null;
  return (
    <Section label={t('section.regions')} hasMore={shown.hasMore}>
      <PlaceTree aria-label={t('section.regions')}>
        {shown.codes.map((code) => {
          const key = keyOfTerm({ kind: 'region', value: code });
          return <Place key={key} id={key} icon={MapPin} name={regionName(code)} />;
        })}
      </PlaceTree>
    </Section>
  );
}

function TagPlaces() {
  const { t } = useTranslation();
  const shown = useOverviewPart(shownTags);
  if (!shown || shown.names.length === 0) return null;
  return (
    <Section label={t('section.tags')} hasMore={shown.hasMore}>
      <PlaceTree aria-label={t('section.tags')}>
        {shown.names.map((name) => {
          const key = keyOfTerm({ kind: 'tag', value: name });
          return <Place key={key} id={key} icon={Tag} name={name} />;
        })}
      </PlaceTree>
    </Section>
  );
}
