import { useEffect, useRef, useState } from 'react';
import type { FeedCandidate, FeedSummary, ImportReport } from '../../electron/contract/model';
import { ask } from '../caravan';
import { useFailureWords } from '../words/failure-words';
import { failureOf, tellReader } from './notice';
import { changeSettings } from './settings';
import { showTerm } from './view';

/** Where a feed is filed: a folder by its id, none, or a new one by its name. */
export type FolderChoice = { kind: 'none' } | { kind: 'known'; id: string } | { kind: 'new'; name: string };

/**
 * Follows feeds for a form, and keeps what was said: what failed, or which feeds a page offers. A form that was left
 * in the meantime is told nothing and moves nothing; the feed is followed all the same. `hasLeft` says whether the
 * reader did, where the form also goes by itself.
 */
export function useSubscribing(onDone: () => void, hasLeft?: () => boolean) {
  const words = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [choices, setChoices] = useState<FeedCandidate[]>([]);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const add = async (address: string, folder: FolderChoice = { kind: 'none' }) => {
    setBusy(true);
    setError(undefined);
    try {
      const { added, choices: offered = [] } = await ask('feeds.add', { address, folderId: null });
      if (added) await followed(added, folder);
      const left = hasLeft ? hasLeft() : !isThere.current;
      if (added) void changeSettings({ welcomed: true });
      if (left) return;
      setChoices(offered);
      if (added) {
        showTerm({ kind: 'feed', value: added.id });
        onDone();
      }
    } catch (thrown) {
      if (isThere.current) setError(words(failureOf(thrown)));
    } finally {
      if (isThere.current) setBusy(false);
    }
  };

  return { add, busy, error, choices };
}

/** Files the new feed, whose folder is made only now that there is something to put in it. */
async function followed({ id, title }: FeedSummary, folder: FolderChoice): Promise<void> {
  if (folder.kind !== 'none') await ask('feeds.edit', { id, title: '', folderId: await folderOf(folder) });
  tellReader({ words: { key: 'notice.subscribed', values: { title } } });
}

/** The id of the chosen folder, which is made first when it is new; null for none. Throws CallFailed. */
export async function folderOf(choice: FolderChoice): Promise<string | null> {
  if (choice.kind === 'known') return choice.id;
  if (choice.kind === 'none' || !choice.name.trim()) return null;
  return (await ask('folders.add', { name: choice.name.trim(), parentId: null })).id;
}

/** Takes over the feeds of an OPML file. Throws CallFailed. */
export async function importFeeds(file: File): Promise<ImportReport> {
  const opml = new Uint8Array(await file.arrayBuffer());
  const report = await ask('feeds.import', { opml });
  void changeSettings({ welcomed: true });
  return report;
}
