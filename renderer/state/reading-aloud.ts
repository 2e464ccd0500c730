import { create } from 'zustand';
import { DEFAULT_SETTINGS, SPEECH_RATES } from '../../electron/contract/settings';
import { Aloud, type AloudStatus, type Voice, voicesFor } from './aloud';
import { cache } from './cache';
import { tellReader } from './notice';
import { useOpenPage } from './open-page';
import { changeSettings, settingsQuery } from './settings';
import { windowSpeech } from './speech';

interface ReadingAloud {
  /** Of the whole system; none where it does not speak. */
  voices: readonly Voice[];
  status: AloudStatus;
}

export const useReadingAloud = create<ReadingAloud>(() => ({ voices: [], status: 'stopped' }));

/** Blocks that have text of their own; one within another is read with the inner one. */
const BLOCKS = ['h1', ...'p li dt dd blockquote figcaption td th pre summary h2 h3 h4 h5 h6'.split(' ')].join(', ');
const MARK = 'data-aloud';

let blocks: Element[] = [];

const aloud = new Aloud(windowSpeech, ({ status, at, failed }) => {
  useReadingAloud.setState({ status });
  mark(status === 'stopped' ? undefined : blocks[at]);
  if (failed !== null) tellReader({ words: { key: 'aloud.failed' } });
});

/** Listens for the voices that the system has; some name them a while after the start. Returns how to stop. */
export function hearVoices(): () => void {
  const heard = (): void => useReadingAloud.setState({ voices: windowSpeech.voices() });
  heard();
  return windowSpeech.onVoices(heard);
}

const settings = () => cache.getQueryData(settingsQuery.queryKey) ?? DEFAULT_SETTINGS;

/** The language of the open article: what it says, else that of the interface. */
const languageNow = (): string =>
  useOpenPage.getState().page?.querySelector('article[lang]')?.getAttribute('lang') ?? document.documentElement.lang;

const keyOf = (language: string): string => language.split('-', 1)[0]?.toLowerCase() ?? '';

/** The voice that a language is read with, and how fast; null where none speaks it. */
export function mannerOf(language: string, voices: readonly Voice[]) {
  const offered = voicesFor(voices, language);
  const { voice: chosen, rate = 1 } = settings().speech[keyOf(language)] ?? {};
  const voice = offered.find(({ id }) => id === chosen) ?? offered[0];
  return voice ? { language, voice: voice.id, rate } : null;
}

/** Begins to read from where the reader is; pauses; goes on. */
export function toggleAloud(): void {
  const { status, voices } = useReadingAloud.getState();
  if (status === 'playing') aloud.pause();
  else if (status === 'paused') aloud.resume();
  else begin(voices);
}

function begin(voices: readonly Voice[]): void {
  const { page } = useOpenPage.getState();
  const manner = mannerOf(languageNow(), voices);
  if (!page || !manner) return;
  blocks = [...page.querySelectorAll(BLOCKS)].filter(
    (block) =>
      !block.querySelector(BLOCKS) &&
      block.closest('footer, .attachments, .tags, .dateline') === null &&
      textOf(block) !== '',
  );
  const inSight = blocks.findIndex((block) => block.getBoundingClientRect().top >= 0);
  aloud.start(blocks.map(textOf), manner, Math.max(0, inSight));
}

export const stopAloud = (): void => aloud.stop();
export const stepAloud = (by: 1 | -1): void => aloud.step(by);

/** Remembers how a language is read, and reads on so. */
export function changeManner(language: string, change: { voice?: string; rate?: number }): void {
  const { speech } = settings();
  const key = keyOf(language);
  const rate = change.rate && Math.min(SPEECH_RATES.most, Math.max(SPEECH_RATES.least, change.rate));
  void changeSettings({ speech: { ...speech, [key]: { ...speech[key], ...change, ...(rate ? { rate } : {}) } } });
  const manner = mannerOf(language, useReadingAloud.getState().voices);
  if (manner) aloud.change(manner);
}

const textOf = (block: Element): string => (block.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The paragraph that is read stands out, and stays in view. */
function mark(block: Element | undefined): void {
  for (const before of useOpenPage.getState().page?.querySelectorAll(`[${MARK}]`) ?? []) before.removeAttribute(MARK);
  if (!block?.isConnected) return;
  block.setAttribute(MARK, '');
  const { top, bottom } = block.getBoundingClientRect();
  const height = block.ownerDocument.scrollingElement?.clientHeight ?? 0;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (top < 0 || bottom > height) block.scrollIntoView({ block: 'center', behavior: isStill ? 'instant' : 'smooth' });
}
