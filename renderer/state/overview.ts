import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { FeedSummary, Overview, RefreshState } from '../../electron/contract/model';
import { ask, on } from '../caravan';

const overviewQuery = queryOptions({ queryKey: ['overview'], queryFn: () => ask('library.overview', {}) });

/** Feeds, folders, tags and counts; undefined until the library has answered for the first time. */
export const useOverview = (): Overview | undefined => useQuery(overviewQuery).data;

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
