import type { Playable } from '../../electron/contract/reading';
import { keepHeard } from '../state/reading';

const NAME = /^app:\/\/caravan\/media\/([a-z0-9]+)\/(\d+)$/;
/** A place is kept when it is stopped and every so many seconds. */
const EVERY_S = 5;

/** The address under which the main process plays it (electron/shell/protocol.ts). */
const addressOf = (id: string, n: number): string => `app://caravan/media/${id}/${n}`;

interface Labels {
  /** The player's name for screen readers. */
  name: string;
  /** Shown where it turns out that it cannot be played. */
  notPlayable: string;
}

/** A player with the system's controls. Nothing is asked for before the reader presses play. */
export function playerOf(page: Document, id: string, n: number, { kind, url }: Playable, labels: Labels): Element {
  const box = page.createElement('div');
  box.className = 'player';
  const player = page.createElement(kind);
  player.controls = true;
  player.preload = 'none';
  player.src = addressOf(id, n);
  player.setAttribute('controlslist', 'nodownload noremoteplayback');
  player.setAttribute('aria-label', labels.name);
  const trouble = page.createElement('a');
  trouble.className = 'unplayable';
  trouble.hidden = true;
  trouble.href = url;
  trouble.target = '_blank';
  trouble.rel = 'noopener noreferrer';
  trouble.textContent = labels.notPlayable;
  box.append(player, trouble);
  return box;
}

/** Hears what the players of a page do: each begins where it was stopped, and its place is kept. */
export function hearPlayers(page: Document, playablesOf: () => readonly Playable[]): void {
  const heard = (name: string, act: (player: HTMLMediaElement, id: string, n: number) => void): void =>
    // Such events stay with the player: they are heard on their way to it.
    page.addEventListener(
      name,
      ({ target }) => {
        const [, id, n] = NAME.exec((target as HTMLMediaElement).currentSrc ?? '') ?? [];
        if (id) act(target as HTMLMediaElement, id, Number(n));
      },
      { capture: true },
    );
  const keep = ({ currentTime }: HTMLMediaElement, id: string, n: number): void =>
    keepHeard(id, n, currentTime > 0 ? currentTime : null);
  heard('loadedmetadata', (player, _, n) => {
    const { at = 0 } = playablesOf()[n] ?? {};
    if (at > 0 && at < player.duration) player.currentTime = at;
  });
  heard('timeupdate', (player, id, n) => {
    const { at = 0 } = playablesOf()[n] ?? {};
    if (!player.paused && Math.abs(player.currentTime - at) >= EVERY_S) keep(player, id, n);
  });
  heard('pause', (player, id, n) => (player.ended ? keepHeard(id, n, null) : keep(player, id, n)));
  heard('ended', (_, id, n) => keepHeard(id, n, null));
  heard('error', (player) => player.parentElement?.querySelector('.unplayable')?.removeAttribute('hidden'));
}
