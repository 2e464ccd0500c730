import { stat } from 'node:fs/promises';
import path from 'node:path';
import { BODY_FOLDER, CORE_FILE, INDEX_FOLDER, namesIn, SETTINGS_FILE } from './layout';
import { isCode } from './system-error';

/** Bytes on disk by kind of file, kept generations included. */
export async function diskUsage(folder: string): Promise<Record<string, number>> {
  const usage: Record<string, number> = { core: 0, settings: 0, index: 0, bodies: 0 };
  const add = async (kind: string, file: string): Promise<void> => {
    usage[kind] = (usage[kind] ?? 0) + (await sizeOf(path.join(folder, file)));
  };
  for (const name of await namesIn(folder)) {
    if (name.startsWith(CORE_FILE)) await add('core', name);
    if (name.startsWith(SETTINGS_FILE)) await add('settings', name);
  }
  for (const name of await namesIn(folder, INDEX_FOLDER)) await add('index', path.join(INDEX_FOLDER, name));
  for (const name of await namesIn(folder, BODY_FOLDER)) await add('bodies', path.join(BODY_FOLDER, name));
  return usage;
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    // A temporary file that was there a moment ago.
    if (isCode(error, 'ENOENT')) return 0;
    throw error;
  }
}
