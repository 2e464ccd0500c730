import { contextBridge, ipcRenderer } from 'electron';
import { calls } from './contract/calls';
import { EVENT_NAMES } from './contract/events';

/** Sandboxed: the window gets one function a call and one way to listen, and nothing of Electron. */
const api = {
  calls: Object.fromEntries(
    Object.keys(calls).map((name) => [name, (input: unknown) => ipcRenderer.invoke('call', name, input)]),
  ),
  on(name: string, listener: (event: unknown) => void) {
    if (!(EVENT_NAMES as readonly string[]).includes(name)) throw new Error(`There is no event ${name}.`);
    const heard = (_: Electron.IpcRendererEvent, sent: string, event: unknown) => {
      if (sent === name) listener(event);
    };
    ipcRenderer.on('event', heard);
    return () => void ipcRenderer.off('event', heard);
  },
  platform: process.platform,
};

contextBridge.exposeInMainWorld('caravan', api);
