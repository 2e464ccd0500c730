import { onTestFinished } from 'vitest';
import type { Library } from '../../../electron/core/library';
import { type FeedServer, startFeedServer } from '../../support/feed-server';
import { bytesOf, openLibrary, temporaryFolder } from '../library/temporary';

export const MINUTE = 60_000;
export const START = Date.UTC(2026, 10, 24, 9);
export const PAPERS = ['border-post', 'makran-daily', 'khavaran'];

export async function serve(): Promise<FeedServer> {
  const server = await startFeedServer({ now: () => START });
  onTestFinished(() => server.close());
  return server;
}

export const refresh = ({ handlers }: Library) => handlers['refresh.start']({ feedIds: null });
export const overview = ({ handlers }: Library) => handlers['library.overview']({});
export const follow = ({ handlers }: Library, server: FeedServer, papers: readonly string[] = PAPERS) =>
  handlers['feeds.import']({ opml: bytesOf(server.opml({ papers })) });

export async function feedOf(library: Library, paper: string) {
  const feed = (await overview(library)).feeds.find(({ address }) => address.includes(`/${paper}/`));
  if (!feed) throw new Error(`${paper} is not followed`);
  return feed;
}

/** A library that follows three papers, at a time that the test moves on. */
export async function following() {
  const server = await serve();
  const folder = await temporaryFolder();
  const clock = { now: START };
  const options = { now: () => clock.now, random: () => 0.5 };
  const library = await openLibrary(folder, options);
  await follow(library, server);
  const reopen = async (open: Library): Promise<Library> => {
    await open.close();
    return openLibrary(folder, options);
  };
  return { server, library, clock, reopen };
}
