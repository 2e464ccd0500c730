/** One of the system's voices, on this computer. */
export interface Voice {
  /** What it is known by, here and after a restart. */
  id: string;
  name: string;
  /** BCP 47. */
  language: string;
}

export interface Spoken {
  text: string;
  language: string;
  voice: string;
  /** 1 is as fast as the voice speaks by itself. */
  rate: number;
}

/** What speaks. The window's own is in speech.ts; tests bring another. */
export interface Speech {
  voices(): Voice[];
  /** Tells when the voices have changed: systems name them late. Returns how to stop. */
  onVoices(changed: () => void): () => void;
  /** Speaks one text; `done` is told once, at its end or when it could not be spoken. */
  speak(spoken: Spoken, done: (failed: string | null) => void): void;
  /** Falls silent at once. */
  cancel(): void;
}

const primary = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';

/** The voices that speak a language, those of the very same tag first. */
export const voicesFor = (voices: readonly Voice[], language: string): Voice[] =>
  voices
    .filter((voice) => primary(voice.language) === primary(language))
    .sort((a, b) => Number(b.language === language) - Number(a.language === language));

export type AloudStatus = 'stopped' | 'playing' | 'paused';

export interface Told {
  status: AloudStatus;
  /** The paragraph that is read. */
  at: number;
  failed: string | null;
}

/**
 * Reads paragraphs aloud, one after another. A pause begins its paragraph again: some systems cannot hold a voice in
 * the middle of a word.
 */
export class Aloud {
  readonly #speech: Speech;
  readonly #tell: (told: Told) => void;
  #paragraphs: readonly string[] = [];
  #manner: Omit<Spoken, 'text'> = { language: '', voice: '', rate: 1 };
  #at = 0;
  #status: AloudStatus = 'stopped';
  /** Of what is spoken now: what was cancelled ends too, and must not be taken for it. */
  #turn = 0;

  constructor(speech: Speech, tell: (told: Told) => void) {
    this.#speech = speech;
    this.#tell = tell;
  }

  start(paragraphs: readonly string[], manner: Omit<Spoken, 'text'>, at = 0): void {
    this.#paragraphs = paragraphs;
    this.#manner = manner;
    if (paragraphs.length > 0) this.#read(Math.min(Math.max(0, at), paragraphs.length - 1));
  }

  pause(): void {
    if (this.#status === 'playing') this.#silence('paused');
  }

  resume(): void {
    if (this.#status === 'paused') this.#read(this.#at);
  }

  stop(): void {
    if (this.#status !== 'stopped') this.#silence('stopped');
  }

  /** To the next paragraph or the one before; after the last it stops. A pause stays one. */
  step(by: 1 | -1): void {
    if (this.#status === 'stopped') return;
    const at = Math.max(0, this.#at + by);
    if (at >= this.#paragraphs.length) this.stop();
    else if (this.#status === 'playing') this.#read(at);
    else {
      this.#at = at;
      this.#told(null);
    }
  }

  /** Another voice or speed, from the beginning of the paragraph. */
  change(manner: Omit<Spoken, 'text'>): void {
    this.#manner = manner;
    if (this.#status === 'playing') this.#read(this.#at);
  }

  #read(at: number): void {
    const turn = ++this.#turn;
    this.#speech.cancel();
    this.#at = at;
    this.#status = 'playing';
    this.#told(null);
    this.#speech.speak({ ...this.#manner, text: this.#paragraphs[at] ?? '' }, (failed) => {
      if (turn !== this.#turn) return;
      if (failed === null) this.step(1);
      else this.#silence('stopped', failed);
    });
  }

  #silence(status: AloudStatus, failed: string | null = null): void {
    this.#turn++;
    this.#speech.cancel();
    this.#status = status;
    this.#told(failed);
  }

  #told(failed: string | null): void {
    this.#tell({ status: this.#status, at: this.#at, failed });
  }
}
