import type { EventName, Events } from '../contract/events';

const PAUSE_MS = 100;
/** During a refresh there is news all the time, and a list that is made anew ten times a second answers no key. */
const LONGER_PAUSES_MS: Partial<Record<EventName, number>> = { 'articles.changed': 1_000, 'feeds.changed': 1_000 };

type Listener<Name extends EventName> = (event: Events[Name]) => void;

interface Channel {
  pauseMs: number;
  listeners: Set<(event: never) => void>;
  timer: NodeJS.Timeout | null;
  waiting: (() => void) | null;
}

/** Passes events on, each kind at most ten times a second, or once: the first at once, and always the last. */
export class Announcer {
  readonly #channels = new Map<EventName, Channel>();

  /** Hears an event; returns how to stop. */
  on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void {
    const { listeners } = this.#channel(name);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  announce<Name extends EventName>(name: Name, event: Events[Name]): void {
    const channel = this.#channel(name);
    const tell = (): void => {
      for (const listener of channel.listeners) (listener as Listener<Name>)(event);
    };
    if (channel.timer) {
      channel.waiting = tell;
      return;
    }
    tell();
    channel.timer = setTimeout(() => this.#next(channel), channel.pauseMs);
    channel.timer.unref();
  }

  /** Tells what still waits, and is silent from then on. */
  close(): void {
    for (const channel of this.#channels.values()) {
      if (channel.timer) clearTimeout(channel.timer);
      channel.waiting?.();
      channel.listeners.clear();
    }
  }

  #next(channel: Channel): void {
    const { waiting } = channel;
    channel.waiting = null;
    channel.timer = waiting ? setTimeout(() => this.#next(channel), channel.pauseMs) : null;
    channel.timer?.unref();
    waiting?.();
  }

  #channel(name: EventName): Channel {
    const channel = this.#channels.get(name) ?? {
      pauseMs: LONGER_PAUSES_MS[name] ?? PAUSE_MS,
      listeners: new Set(),
      timer: null,
      waiting: null,
    };
    this.#channels.set(name, channel);
    return channel;
  }
}
