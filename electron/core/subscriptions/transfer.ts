import { Fault } from '../../contract/failures';
import type { ImportReport } from '../../contract/model';
import { cut } from '../articles/cut';
import { digest } from '../articles/digest';
import { printable, webAddress } from '../fetching/address';
import type { OpmlRow } from '../parsing/outlines';
import { writeOpml } from '../parsing/write-opml';
import type { Core, FeedRecord } from '../store/core-data';
import { followed, titleOf } from '../store/feed-records';
import type { Store } from '../store/store';
import { addressKey, startFeed } from './feed-record';
import { FolderPlaces, folderPath } from './folders';
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
  const byId = new Map(core.data.feeds.map((feed) => [feed.id, feed]));
  const folders = new FolderPlaces(core.data.folders);
  const started = new Map<string, FeedRecord>();
  const logins: [FeedRecord, Login][] = [];
  for (const row of rows) {
    const typed = addressOf(row, report);
    if (typed === null) continue;
    const { address, login } = withoutLogin(typed);
    // An old list names a feed where it was before it moved.
    const earlier = known.get(addressKey(address)) ?? byId.get(digest(address));
    if (earlier?.removed === null) {
      report.skipped++;
      continue;
    }
    const folderId = folderAt(folders, row.folders);
    const ownTitle = row.title === null ? null : cut(row.title.trim(), LONGEST_TITLE) || null;
    const feed = startFeed(earlier, { address, title: null, ownTitle, site: siteOf(row), folderId }, now);
    known.set(addressKey(address), feed);
    byId.set(feed.id, feed);
    started.set(feed.id, feed);
    if (login) logins.push([feed, login]);
    report.added++;
  }
  await core.change((data) => {
    const again = data.feeds.map((feed) => started.get(feed.id) ?? feed);
    const there = new Set(data.feeds.map(({ id }) => id));
    return {
      ...data,
      folders: folders.all,
      feeds: [...again, ...[...started.values()].filter(({ id }) => !there.has(id))],
    };
  });
  for (const [feed, login] of logins) await secrets.setLogin(feed, login);
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

/** What is shown and given on holds no password. */
const siteOf = ({ site }: OpmlRow): string | null => site && printable(site);

function addressOf({ address }: OpmlRow, report: ImportReport): string | null {
  try {
    return webAddress(address);
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    report.failed.push({ url: printable(address).slice(0, 200), message: thrown.message });
    return null;
  }
}

const folderAt = (folders: FolderPlaces, names: readonly string[]): string | null =>
  names
    .map((each) => cut(each.trim(), LONGEST_NAME))
    .filter(Boolean)
    .reduce<string | null>((parentId, name) => folders.at(name, parentId).id, null);
