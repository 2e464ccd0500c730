import { Headers } from '../../../electron/core/store/headers';
import { IndexBlock } from '../../../electron/core/store/index-block';
import type { JournalRecord } from '../../../electron/core/store/journal-records';
import type { StoredHeader } from '../../../electron/core/store/stored-header';

/** A header numbered `n`, the same in all that is not said otherwise. */
export function headerOf({ n, feedId, ...rest }: Partial<StoredHeader> & { n: number; feedId: string }): StoredHeader {
  return {
    id: n.toString(16).padStart(16, '0'),
    feedId,
    title: `Story ${n}`,
    link: `https://paper.example/${n}`,
    author: null,
    summary: 'خلاصه',
    picture: null,
    published: n,
    updated: null,
    arrived: 1_000_000,
    language: null,
    words: 2,
    tags: ['ایران', 'Trade'],
    ownTags: [],
    regions: ['IR'],
    regionTags: 1,
    read: false,
    bookmarked: false,
    offline: 'feed',
    thumbnail: false,
    hash: 'abc',
    guid: null,
    segment: 0,
    ...rest,
  };
}

/** Headers whose journal is a list; `refuse` says whether the next change is refused. */
export function headersOf(records: JournalRecord[] = [], refuse: () => boolean = () => false): Headers {
  const commit = async (record: JournalRecord, undo: () => void): Promise<void> => {
    if (!refuse()) {
      records.push(structuredClone(record));
      return;
    }
    undo();
    throw new Error('refused');
  };
  return new Headers({ commit, barrier: async () => {} }, ({ feedId }) => new IndexBlock(feedId));
}
