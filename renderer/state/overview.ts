import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { FeedSummary, Overview, RefreshState } from '../../electron/contract/model';
import { ask, on } from '../caravan';
import { type Branch, feedTree, type Tally, talliesOf } from './branches';
import { cache } from './cache';

const overviewQuery = queryOptions({ queryKey: ['overview'], queryFn: () => ask('library.overview', {}) });

/** Feeds, folders, tags and counts; undefined until the library has answered for the first time. */
export const useOverview = (): Overview | undefined => useQuery(overviewQuery).data;

/** A part of the overview; who uses it is drawn anew only when that part is another. */
export const useOverviewPart = <Part>(select: (overview: Overview) => Part): Part | undefined =>
  useQuery({ ...overviewQuery, select }).data;

/** The reader's feeds in their folders; the same until a name or the order changes, whatever the counts do. */
export const useFeedTree = (): Branch[] | undefined => useOverviewPart(feedTree);

/** What a row of the feeds tells; undefined for one that is gone. */
export const useTally = (key: string): Tally | undefined => useOverviewPart((overview) => talliesOf(overview).get(key));

/** What is known now, outside of components. */
export const knownOverview = (): Overview | undefined => cache.getQueryData(overviewQuery.queryKey);

/** The feeds that lie in these, however deep, and these themselves where they are feeds. */
export function feedsOf(branches: Branch[]): string[] {
  const overview = knownOverview();
  return overview ? branches.flatMap(({ key }) => talliesOf(overview).get(key)?.feeds ?? []) : [];
}

/** Resolves once what the window knows is what the library knows. */
export const freshOverview = (): Promise<void> => cache.invalidateQueries({ queryKey: overviewQuery.queryKey });

const titlesOf = ({ feeds }: Overview): Record<string, string> =>
  Object.fromEntries(feeds.map(({ id, title }) => [id, title]));

/** Tells what a feed is called; who asks is drawn anew only when one is called otherwise. */
export function useFeedTitles(): (id: string) => string | undefined {
  const titles = useOverviewPart(titlesOf);
  return (id) => titles?.[id];
}

export const useFeed = (id: string | null): FeedSummary | undefined =>
  useOverview()?.feeds.find((feed) => feed.id === id);

let progress: RefreshState | null = null;

function watchProgress(changed: () => void): () => void {
  return on('refresh.progress', (state) => {
    progress = state;
    changed();
  });
}

/** How the running refresh goes; null before the first. */
export const useRefresh = (): RefreshState | null => useSyncExternalStore(watchProgress, () => progress);
