import { beforeEach, describe, expect, it } from 'vitest';
import { Aloud, type Speech, type Spoken, type Told, voicesFor } from '../../renderer/state/aloud';

/** A system that says nothing aloud: what is spoken ends when a test says so. */
class QuietSpeech implements Speech {
  spoken: { text: Spoken; done: (failed: string | null) => void }[] = [];
  voices = () => [];
  onVoices = () => () => {};
  speak(text: Spoken, done: (failed: string | null) => void): void {
    this.spoken.push({ text, done });
  }
  /** As browsers do: what is cancelled ends with an error, later. */
  cancel(): void {
    this.cancelled = this.spoken.at(-1)?.done ?? null;
  }
  cancelled: ((failed: string | null) => void) | null = null;
  get last() {
    return this.spoken.at(-1);
  }
}

const MANNER = { language: 'en', voice: 'v', rate: 1 };
let speech: QuietSpeech;
let told: Told;
let aloud: Aloud;

beforeEach(() => {
  speech = new QuietSpeech();
  aloud = new Aloud(speech, (now) => {
    told = now;
  });
  aloud.start(['one', 'two', 'three'], MANNER);
});

describe('reading aloud', () => {
  it('goes from paragraph to paragraph and stops at the end', () => {
    expect(told).toEqual({ status: 'playing', at: 0, failed: null });
    for (const at of [1, 2]) {
      speech.last?.done(null);
      expect(told).toMatchObject({ status: 'playing', at });
    }
    speech.last?.done(null);
    expect(told.status).toBe('stopped');
    expect(speech.spoken.map(({ text }) => text.text)).toEqual(['one', 'two', 'three']);
  });

  it('pauses, and goes on with the same paragraph, whatever the cancelled one says later', () => {
    aloud.pause();
    speech.cancelled?.('canceled');
    expect(told).toEqual({ status: 'paused', at: 0, failed: null });
    aloud.resume();
    expect(told).toMatchObject({ status: 'playing', at: 0 });
    expect(speech.spoken).toHaveLength(2);
  });

  it('steps while it reads and while it pauses, not before the first', () => {
    aloud.step(-1);
    expect(told.at).toBe(0);
    aloud.step(1);
    expect(speech.last?.text.text).toBe('two');
    aloud.pause();
    aloud.step(1);
    expect(told).toMatchObject({ status: 'paused', at: 2 });
    aloud.resume();
    expect(speech.last?.text.text).toBe('three');
    aloud.step(1);
    expect(told.status).toBe('stopped');
  });

  it('takes another voice and speed at once', () => {
    aloud.change({ ...MANNER, voice: 'w', rate: 1.5 });
    expect(speech.last?.text).toEqual({ text: 'one', language: 'en', voice: 'w', rate: 1.5 });
  });

  it('says that it failed, and stays silent once it is stopped', () => {
    speech.last?.done('synthesis-failed');
    expect(told).toEqual({ status: 'stopped', at: 0, failed: 'synthesis-failed' });
    aloud.start(['one', 'two'], MANNER);
    const { done } = speech.last ?? {};
    aloud.stop();
    done?.(null);
    expect(told.status).toBe('stopped');
    aloud.resume();
    expect(speech.last?.done).toBe(done);
  });
});

it('a voice is one of the article’s language, the same kind of it first', () => {
  const voices = ['de-DE', 'fa-IR', 'en-US', 'en-GB'].map((language) => ({ id: language, name: language, language }));
  expect(voicesFor(voices, 'en-GB').map(({ id }) => id)).toEqual(['en-GB', 'en-US']);
  expect(voicesFor(voices, 'fa').map(({ id }) => id)).toEqual(['fa-IR']);
  expect(voicesFor(voices, 'ur')).toEqual([]);
});
