import { onTestFinished } from 'vitest';
import type { Library } from '../../../electron/core/library';
import { type FeedServer, startFeedServer } from '../../support/feed-server';
import { bytesOf, openLibrary, temporaryFolder } from '../library/temporary';

export async function setUp(): Promise<{ server: FeedServer; library: Library; folder: string }> {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const folder = await temporaryFolder();
  return { server, folder, library: await openLibrary(folder) };
}

export const add = ({ handlers }: Library, address: string, folderId: string | null = null) =>
  handlers['feeds.add']({ address, folderId });
export const overview = ({ handlers }: Library) => handlers['library.overview']({});
export const importing = ({ handlers }: Library, opml: string) => handlers['feeds.import']({ opml: bytesOf(opml) });
