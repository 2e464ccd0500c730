import { app } from 'electron';
import type { AppAbout } from '../contract/calls';

/** The Electron that Caravan is made for; an older one is the fallback for trying it from source. */
const SUPPORTED_MAJOR = 43;

export function about(library: string): AppAbout {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    library,
    locales: [...app.getPreferredSystemLanguages(), app.getLocale()],
    unsupported: Number.parseInt(process.versions.electron, 10) < SUPPORTED_MAJOR,
  };
}
