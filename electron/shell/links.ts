import { shell } from 'electron';

const LEAVING = new Set(['http:', 'https:', 'mailto:']);

/** Opens an address in the reader's browser or mail program; anything but the web and mail is refused. */
export async function openOutside(address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !LEAVING.has(url.protocol)) return false;
  await shell.openExternal(url.href);
  return true;
}
