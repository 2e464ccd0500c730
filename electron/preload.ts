import { contextBridge, ipcRenderer } from 'electron';
import { calls } from './contract/calls';
import { EVENT_NAMES } from './contract/events';

/** Who hears each event: Electron warns of many listeners of its own. */
const listeners = new Map<string, Set<(event: unknown) => void>>(EVENT_NAMES.map((name) => [name, new Set()]));
ipcRenderer.on('event', (_, name: string, event: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(event);
});

/** Sandboxed: the window gets one function a call and one way to listen, and nothing of Electron. */
const api = {
  calls: Object.fromEntries(
    Object.keys(calls).map((name) => [name, (input: unknown) => ipcRenderer.invoke('call', name, input)]),
  ),
  on(name: string, listener: (event: unknown) => void) {
    const heard = listeners.get(name);
    if (!heard) throw new Error(`There is no event ${name}.`);
    heard.add(listener);
    return () => void heard.delete(listener);
  },
  platform: process.platform,
};

contextBridge.exposeInMainWorld('caravan', api);
