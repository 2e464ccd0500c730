import { useQuery } from '@tanstack/react-query';
import type { InputOf } from '../../electron/contract/calls';
import type { ProxySetting } from '../../electron/contract/fetching';
import type { Activity, FeedHealth, PasswordKept } from '../../electron/contract/health';
import type { OfflineLevel } from '../../electron/contract/model';
import { ask } from '../caravan';
import { forget } from './cache';

/** How a feed is and how it is fetched; undefined until it is known. Asked only while it is shown. */
export const useFeedHealth = (id: string): FeedHealth | undefined =>
  useQuery({ queryKey: ['health', id], queryFn: () => ask('feeds.health', { id }) }).data;

/** What happened to one feed, or with null to all, the newest first; undefined until it is known. */
export const useActivity = (feedId: string | null): Activity[] | undefined =>
  useQuery({ queryKey: ['activity', feedId], queryFn: () => ask('activity.list', { feedId }) }).data;

/** Where the password of the proxy for all is kept; null when there is none. */
export const useProxyPassword = (): PasswordKept | null =>
  useQuery({ queryKey: ['proxy-password'], queryFn: () => ask('proxy.password', {}) }).data?.kept ?? null;

/** Throws CallFailed. */
export async function setFetching(change: InputOf<'feeds.setFetching'>): Promise<void> {
  await ask('feeds.setFetching', change);
  forget('health');
}

/** How much of a feed's articles is kept; null is as for all. Throws CallFailed. */
export async function setKeep(id: string, keep: OfflineLevel | null): Promise<void> {
  await ask('feeds.setKeep', { id, keep });
  forget('health');
}

/** Null forgets it. Throws CallFailed. */
export async function setLogin(id: string, login: InputOf<'feeds.setLogin'>['login']): Promise<void> {
  await ask('feeds.setLogin', { id, login });
  forget('health');
}

/** Of a feed's own proxy or, with null, of the one for all; a null password forgets it. Throws CallFailed. */
export async function setProxyPassword(feedId: string | null, password: string | null): Promise<void> {
  await ask('proxy.setPassword', { feedId, password });
  forget('health', 'proxy-password');
}

/** Answers which site was reached by way of a proxy, and in how many milliseconds. Throws CallFailed. */
export const testProxy = (
  feedId: string | null,
  proxy: ProxySetting,
  password: string | null,
): Promise<{ ms: number; url: string }> => ask('proxy.test', { feedId, proxy, password });
