import os from 'node:os';
import path from 'node:path';

/** The library's place within the program's own folder. */
export const libraryIn = (userData: string): string => path.join(userData, 'library');

/** Where the window keeps its library unless told otherwise: the same folder as Electron's `userData`. */
export function defaultLibraryFolder(env = process.env, platform = process.platform, home = os.homedir()): string {
  const systems: Partial<Record<NodeJS.Platform, string>> = {
    win32: env.APPDATA ?? path.join(home, 'AppData', 'Roaming'),
    darwin: path.join(home, 'Library', 'Application Support'),
  };
  return libraryIn(path.join(systems[platform] ?? env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Caravan'));
}
