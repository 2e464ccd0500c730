import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview, Term } from '../../electron/contract/model';
import { MOST_RECENT, type Settings } from '../../electron/contract/settings';
import { folderPath } from '../state/branches';
import { useOverviewPart } from '../state/overview';
import { keyOfTerm } from '../state/places';
import { changeSettings, useSettings } from '../state/settings';
import { searchHeadlines, showTerm } from '../state/view';
import { regionName } from '../words/format';
import { canRun, commands } from './commands';
import { folded, match } from './match';
import { keysIn } from './own-keys';

/** What the palette offers: a command, or a place to go to. */
export interface Entry {
  /** Names it from one start to the next. */
  key: string;
  name: string;
  /** As it is compared. */
  folded: string;
  /** What it is: “Feed”, “Tag”, or the folder that it lies in. */
  kind: string;
  /** The key of the keyboard that does the same. */
  shortcut?: string | undefined;
  run: () => void;
}

const SHOWN = 50;
/** A recent choice among equally good ones stands first. */
const RECENT = 100;

type Places = Pick<Overview, 'folders' | 'feeds' | 'tags' | 'regions'>;
const placesOf = ({ folders, feeds, tags, regions }: Overview): Places => ({ folders, feeds, tags, regions });

/** All that can be chosen. Names are folded once for each library, not at each letter. */
export function useEntries(): Entry[] {
  const { t } = useTranslation();
  const settings = useSettings();
  const places = useOverviewPart(placesOf);
  return useMemo(() => {
    const named = (entry: Omit<Entry, 'folded'>): Entry => ({ ...entry, folded: folded(entry.name) });
    const place = (term: Term, name: string, kind: string) =>
      named({ key: keyOfTerm(term), name, kind, run: () => showTerm(term) });
    const doable = commands.filter((command) => command.id !== 'palette.open' && canRun(command));
    return [
      ...doable.map((command) =>
        named({
          key: `command:${command.id}`,
          name: t(command.name),
          kind: '',
          shortcut: keysIn(command, settings)[0],
          run: command.run,
        }),
      ),
      ...(places ? entriesOf(places, place, t) : []),
    ];
  }, [places, settings, t]);
}

function entriesOf(
  { folders, feeds, tags, regions }: Places,
  place: (term: Term, name: string, kind: string) => Entry,
  t: (key: string) => string,
): Entry[] {
  const paths = new Map(folders.map(({ id }) => [id, folderPath(folders, id)]));
  const inFolder = (id: string | null, kind: string) => [kind, ...(id ? [paths.get(id) ?? ''] : [])].join(' · ');
  return [
    ...feeds.map(({ id, title, folderId }) =>
      place({ kind: 'feed', value: id }, title, inFolder(folderId, t('palette.feed'))),
    ),
    ...folders.map(({ id, name, parentId }) =>
      place({ kind: 'folder', value: id }, name, inFolder(parentId, t('palette.folder'))),
    ),
    ...regions.map(({ code }) => place({ kind: 'region', value: code }, regionName(code), t('palette.region'))),
    ...tags.map(({ name }) => place({ kind: 'tag', value: name }, name, t('palette.tag'))),
  ];
}

/** The best answers to what was typed, the best first; with nothing typed what was chosen last, then the rest in order. */
export function answersTo(typed: string, entries: Entry[], recent: Settings['recentCommands']): Entry[] {
  const wanted = folded(typed);
  const place = new Map(recent.map((key, at) => [key, recent.length - at]));
  return entries
    .map((entry) => ({ entry, score: match(wanted, entry.folded), age: place.get(entry.key) ?? 0 }))
    .filter((one): one is typeof one & { score: number } => one.score !== null)
    .map(({ entry, score, age }) => ({ entry, score: score + (age > 0 ? RECENT + age : 0) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, SHOWN)
    .map(({ entry }) => entry);
}

/** The last offer for anything that was typed. */
export const searchEntry = (text: string, name: string): Entry => ({
  key: 'search',
  name,
  folded: '',
  kind: '',
  run: () => searchHeadlines(text),
});

/** Remembers what was chosen, so that it is offered first. */
export function remember({ key }: Entry, recent: Settings['recentCommands']): void {
  if (key === 'search') return;
  const recentCommands = [key, ...recent.filter((other) => other !== key)].slice(0, MOST_RECENT);
  void changeSettings({ recentCommands });
}
