import { describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/failures';
import type { FeedRecord } from '../../../electron/core/store/core-data';
import { startFeed } from '../../../electron/core/subscriptions/feed-record';
import { afterFailure, healthiest } from '../../../electron/core/subscriptions/health';

const NOW = Date.UTC(2026, 10, 24);
const MINUTE = 60_000;

const feed = (change: Partial<FeedRecord> = {}, address = 'https://paper.example/feed'): FeedRecord => ({
  ...startFeed(undefined, { address, title: null, ownTitle: null, site: null, folderId: null }, 0),
  ...change,
});

describe('a pause', () => {
  it('is spread by a tenth to either side', () => {
    const pause = (random: number) =>
      (afterFailure(feed(), failure('server-error'), NOW, random).trouble?.nextTry ?? 0) - NOW;
    expect([pause(0), pause(0.5), pause(1)]).toEqual([4.5 * MINUTE, 5 * MINUTE, 5.5 * MINUTE]);
  });

  it('is what the server wishes, within a day', () => {
    const pause = (retryAfterMs: number) =>
      (afterFailure(feed(), failure('too-many-requests', { retryAfterMs }), NOW, 0).trouble?.nextTry ?? 0) - NOW;
    expect(pause(1_000)).toBe(1_000);
    expect(pause(Number.MAX_SAFE_INTEGER)).toBe(24 * 60 * MINUTE);
  });
});

it('the healthiest are those that answered last, one of each host', () => {
  const feeds = [
    feed({ lastSuccess: 1 }, 'https://a.example/1'),
    feed({ lastSuccess: 5 }, 'https://a.example/2'),
    feed({ lastSuccess: 9, ended: true }, 'https://b.example/'),
    feed({ lastSuccess: 7 }, 'https://c.example/'),
    feed({}, 'https://d.example/'),
    feed({ lastSuccess: 3 }, 'https://e.example/'),
  ];
  expect(healthiest(feeds, 3).map(({ address }) => address)).toEqual([
    'https://c.example/',
    'https://a.example/2',
    'https://e.example/',
  ]);
});
