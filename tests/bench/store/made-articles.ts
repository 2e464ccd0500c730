import { digest } from '../../../electron/core/articles/digest';
import type { ArrivingArticle } from '../../../electron/core/store/store';
import { SIX_WORDINGS, type Wording } from '../../support/feed-server/bench-words';
import { seededChance } from '../../support/feed-server/chance';

const BODY_BYTES = 3_000;
const SENTENCES = 400;
const FEWEST = 200;
const MOST = 1_000;
const APART = 7 * 60_000;
const START = Date.UTC(2026, 0, 1);

export interface MadeFeed {
  address: string;
  id: string;
  /** Its articles are numbered from here on. */
  from: number;
  count: number;
}

/** Making each sentence anew would take most of the time, so each script has a store of them. */
interface Pool {
  wording: Wording;
  sentences: { text: string; bytes: number }[];
}

const pools: Pool[] = SIX_WORDINGS.map((wording) => {
  const chance = seededChance(wording.language);
  const texts = Array.from({ length: SENTENCES }, () => wording.sentence(chance));
  return { wording, sentences: texts.map((text) => ({ text, bytes: Buffer.byteLength(text) })) };
});

/** Feeds of 200 to 1,000 articles each, as many articles in all. */
export function* madeFeeds(articles: number): Iterable<MadeFeed> {
  const chance = seededChance('feeds');
  for (let from = 0, n = 0; from < articles; n++) {
    const address = `https://paper-${n}.example/feed`;
    const count = Math.min(articles - from, FEWEST + Math.floor(chance() * (MOST - FEWEST)));
    yield { address, id: digest(address), from, count };
    from += count;
  }
}

export const articleId = (n: number): string => digest(`article ${n}`);

/** Article `n` of a feed, of 3 KB, in the feed's script; always the same. */
export function madeArticle({ id: feedId, address }: Pick<MadeFeed, 'id' | 'address'>, n: number): ArrivingArticle {
  const chance = seededChance(`${feedId} ${n}`);
  const { wording, sentences } = pools[Number.parseInt(feedId.slice(0, 8), 16) % pools.length] as Pool;
  const sentence = () => sentences[Math.floor(chance() * SENTENCES)] ?? { text: '', bytes: 0 };
  const published = START + (n % 1_000_000) * APART;
  return {
    header: {
      id: articleId(n),
      feedId,
      title: `${sentence().text}${sentence().text}${sentence().text}`.slice(0, 40 + Math.floor(chance() * 50)).trim(),
      link: new URL(`/2026/${n}`, address).href,
      author: chance() < 0.5 ? null : sentence().text.slice(0, 18).trim(),
      summary: `${sentence().text}${sentence().text}${sentence().text}`.slice(0, 160).trim(),
      picture: chance() < 0.5 ? null : new URL(`/pictures/${n}.jpg`, address).href,
      published,
      updated: null,
      arrived: published + 60_000,
      language: wording.language,
      words: 300,
      tags: wording.categories.filter(() => chance() < 0.3),
      ownTags: [],
      regions: chance() < 0.5 ? ['IR'] : [],
      regionTags: 0,
      read: false,
      bookmarked: false,
      offline: 'feed',
      thumbnail: false,
      hash: digest(`hash ${n}`),
      guid: null,
    },
    body: { html: html(sentence), enclosures: [] },
  };
}

function html(sentence: () => { text: string; bytes: number }): string {
  const parts: string[] = [];
  for (let size = 0; size < BODY_BYTES; ) {
    const { text, bytes } = sentence();
    parts.push(`<p>${text}</p>`);
    size += bytes + 7;
  }
  return parts.join('');
}
