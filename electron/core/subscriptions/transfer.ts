import { Fault } from '../../contract/failures';
import type { ImportReport } from '../../contract/model';
import { cut } from '../articles/cut';
import { printable, webAddress } from '../fetching/address';
import type { OpmlRow } from '../parsing/outlines';
import { writeOpml } from '../parsing/write-opml';
import type { Core, FeedRecord } from '../store/core-data';
import { followed, titleOf } from '../store/feed-records';
import type { Store } from '../store/store';
import { addressKey, startFeed } from './feed-record';
import { folderPath, withFolder } from './folders';
import { withoutLogin } from './login-address';
import type { Login, Secrets } from './secrets';

const LONGEST_NAME = 100;
const LONGEST_TITLE = 200;

/**
 * Follows the feeds of a list, without asking any of them. Folders of the same path become one; a feed that is followed
 * already, or named twice, is skipped; a row that cannot be used is reported and keeps no other from coming in.
 */
export async function importFeeds(
  { core }: Store,
  secrets: Pick<Secrets, 'setLogin'>,
  rows: readonly OpmlRow[],
  now: number,
): Promise<ImportReport> {
  const report: ImportReport = { added: 0, skipped: 0, failed: [] };
  const known = new Map(core.data.feeds.map((feed) => [addressKey(feed.address), feed]));
  const started = new Map<string, FeedRecord>();
  const logins = new Map<string, Login>();
  let next = core.data;
  for (const row of rows) {
    const typed = addressOf(row, report);
    if (typed === null) continue;
    const { address, login } = withoutLogin(typed);
    const earlier = known.get(addressKey(address));
    if (earlier?.removed === null) {
      report.skipped++;
      continue;
    }
    const [withPath, folderId] = withFolders(next, row.folders);
    next = withPath;
    const ownTitle = row.title === null ? null : cut(row.title.trim(), LONGEST_TITLE) || null;
    const feed = startFeed(earlier, { address, title: null, ownTitle, site: row.site, folderId }, now);
    known.set(addressKey(address), feed);
    started.set(feed.id, feed);
    if (login) logins.set(feed.id, login);
    report.added++;
  }
  const fresh = [...started.values()].filter(({ id }) => !next.feeds.some((feed) => feed.id === id));
  await core.change(() => ({ ...next, feeds: [...next.feeds.map((feed) => started.get(feed.id) ?? feed), ...fresh] }));
  for (const [id, login] of logins) await secrets.setLogin(id, login);
  return report;
}

/** The followed feeds as OPML 2.0. */
export function exportFeeds(core: Core): string {
  const rows = followed(core).map((feed) => ({
    folders: folderPath(core, feed.folderId),
    title: titleOf(feed),
    address: feed.address,
    site: feed.site,
  }));
  return writeOpml(rows, 'Caravan');
}

function addressOf({ address }: OpmlRow, report: ImportReport): string | null {
  try {
    return webAddress(address);
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    report.failed.push({ url: printable(address).slice(0, 200), message: thrown.message });
    return null;
  }
}

function withFolders(core: Core, names: readonly string[]): [Core, string | null] {
  let next = core;
  let parentId: string | null = null;
  for (const name of names.map((each) => cut(each.trim(), LONGEST_NAME)).filter(Boolean)) {
    const [after, folder] = withFolder(next, name, parentId);
    next = after;
    parentId = folder.id;
  }
  return [next, parentId];
}
