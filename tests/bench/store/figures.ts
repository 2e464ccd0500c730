import type { Figure } from '../bench';
import type { Measured, Watched } from './children';
import { median } from './measured';

/** What is asked of a library of up to 100,000 articles, and of a larger one. */
const BARS = {
  small: { opening: 500, block: 30, memory: 160, markAll: 60 },
  large: { opening: 2_500, block: 120, memory: 380, markAll: 250 },
};
const MOST_IN_SMALL = 100_000;
const BAR = { mark: 2, markP95: 10, bytes: 1_023, openP95: 15, refresh: 1_500 };

const each = <T>(rounds: readonly T[], figure: (round: T) => number): number => median(rounds.map(figure));

/** The figures of the store, each beside its bar and, where the peer can do the same, beside the peer. */
export function figures({ articles, hasTexts, opened, peers, used, refreshed }: Measured): Figure[] {
  const bars = articles <= MOST_IN_SMALL ? BARS.small : BARS.large;
  const peerName = hasTexts ? 'plain lowdb' : 'plain lowdb (no texts: its file would be too long a string)';
  const figure = (name: string, value: number, unit: string, most?: number, peer?: number): Figure[] => {
    // What this system does not tell is left out.
    if (Number.isNaN(value)) return [];
    const ratio =
      peer === undefined ? undefined : { to: `${peerName}, ${peer.toFixed(1)} ${unit}`, value: value / peer };
    return [{ name, value, unit, ...(most !== undefined && { most }), ...(ratio && { ratio }) }];
  };
  const block = (name: string, rounds: (Watched | undefined)[], peer?: number): Figure[] =>
    figure(
      `${name}: longest block`,
      each(rounds, (round) => round?.block ?? Number.NaN),
      'ms',
      bars.block,
      peer,
    );

  return [
    ...figure(
      'open to headers ready',
      each(opened, ({ ms }) => ms),
      'ms',
      bars.opening,
      each(peers, ({ ms }) => ms),
    ),
    ...figure(
      'the same in processor time',
      each(opened, ({ cpu }) => cpu),
      'ms',
      undefined,
      each(peers, ({ cpu }) => cpu),
    ),
    ...block(
      'open',
      opened,
      each(peers, (peer) => peer.block),
    ),
    ...figure(
      'the first page of the list',
      each(opened, ({ listed }) => listed),
      'ms',
    ),
    ...figure(
      'memory (RSS) after opening',
      each(opened, ({ rss }) => rss),
      'MB',
      bars.memory,
      each(peers, ({ rss }) => rss),
    ),
    ...figure(
      'the same after a collection',
      each(opened, ({ collected }) => collected),
      'MB',
      undefined,
      each(peers, ({ collected }) => collected),
    ),
    ...figure(
      'one mark, durable: median',
      used.mark,
      'ms',
      BAR.mark,
      each(peers, ({ mark }) => mark),
    ),
    ...figure('one mark, durable: 95th of 100', used.markP95, 'ms', BAR.markP95),
    ...figure('300 marks asked for at once, durable', used.atOnce, 'ms'),
    ...figure(
      'one mark: bytes written',
      used.bytes,
      'B',
      BAR.bytes,
      each(peers, ({ bytes }) => bytes),
    ),
    ...figure('one mark: bytes to the disk, in whole pages', used.pages, 'B'),
    ...figure(
      'mark all read, durable',
      used.markAll,
      'ms',
      bars.markAll,
      each(peers, ({ markAll }) => markAll),
    ),
    ...figure(
      'mark all read: longest block',
      used.markAllBlock,
      'ms',
      undefined,
      each(peers, ({ markAllBlock }) => markAllBlock),
    ),
    ...figure('open one article: median', used.open, 'ms'),
    ...figure('open one article: 95th of 100', used.openP95, 'ms', BAR.openP95),
    ...figure('make one article safe (not in the above): median', used.sanitise, 'ms'),
    ...figure(
      '100 feeds with 5 new articles each, durable',
      each(refreshed, ({ refresh }) => refresh.ms),
      'ms',
      BAR.refresh,
    ),
    ...block(
      '100 feeds with 5 new articles each',
      refreshed.map(({ refresh }) => refresh),
    ),
    ...figure(
      'checkpoint after that',
      each(refreshed, ({ few }) => few?.ms ?? Number.NaN),
      'ms',
    ),
    ...block(
      'checkpoint after that',
      refreshed.map(({ few }) => few),
    ),
    ...figure(
      'checkpoint after marking all',
      each(refreshed, ({ all }) => all?.ms ?? Number.NaN),
      'ms',
    ),
    ...block(
      'checkpoint after marking all',
      refreshed.map(({ all }) => all),
    ),
  ];
}
