import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { answer } from '../contract/answer';
import type { Handlers } from '../contract/calls';
import type { EventName, Events } from '../contract/events';
import { failure, type Result } from '../contract/failures';
import { APP_ORIGIN } from './protocol';

/**
 * Answers the window's calls by whoever there is at the time. Only the main frame of our own page is heard. The answer is
 * JSON: one string goes through the bridge, where an overview of thousands of feeds would be copied object by object.
 */
export function answerCalls(handlers: () => Promise<Handlers>): void {
  const answerTo = async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Result<unknown>> => {
    const frame = event.senderFrame;
    const trusted = frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
    if (!trusted || typeof name !== 'string') {
      const detail = { call: String(name).slice(0, 100), reason: 'the sender is not the window of Caravan' };
      return { ok: false, failure: failure('invalid-input', detail) };
    }
    return answer(await handlers(), name, input);
  };
  ipcMain.handle('call', async (event, name, input) => JSON.stringify(await answerTo(event, name, input)));
}

/** Tells the window that something happened; a window that is gone needs no telling. */
export function tell<Name extends EventName>(window: BrowserWindow | null, name: Name, event: Events[Name]): void {
  if (window && !window.isDestroyed()) window.webContents.send('event', name, event);
}
