import type { SamplePaper, Story } from '../sample-feeds/sample-paper';
import { escapeXml } from './xml';

/** A story as the server has it now: with real times, and edits done. */
export interface Item {
  slug: string;
  guid: string | null;
  title: string | null;
  summary: string;
  /** HTML blocks; `{origin}` still stands for the server's address. */
  blocks: readonly string[];
  author: string | null;
  /** Unix milliseconds, as all times here. */
  published: number | null;
  updated: number | null;
  categories: readonly string[];
  picture: string | null;
  caption: string | null;
}

export interface Edit {
  /** The newest story unless told. */
  slug?: string;
  title?: string;
  /** Plain text, added at the end of the body; some is found where neither it nor a title is given. */
  paragraph?: string;
}

/** One paper while the server runs. */
export interface Paper {
  readonly sample: SamplePaper;
  /** Newest first. */
  items: Item[];
  /** Of the last change to anything the paper serves. */
  modified: number;
  publish(count: number): Item[];
  edit(change: Edit): Item;
}

/** Opens a paper: its stories take their places in time before `now()`. */
export function openPaper(sample: SamplePaper, now: () => number): Paper {
  const opened = now();
  let bulletins = 0;
  const paper: Paper = {
    sample,
    items: sample.stories.map((story) => toItem(sample.id, story, opened)),
    modified: opened,
    publish(count) {
      const fresh = Array.from({ length: count }, () =>
        toItem(sample.id, bulletin(sample, ++bulletins), now()),
      ).reverse();
      paper.items = [...fresh, ...paper.items];
      touch();
      return fresh;
    },
    edit(change) {
      const item = paper.items.find((candidate) => change.slug === undefined || candidate.slug === change.slug);
      if (!item) throw new Error(`${sample.id} has no story '${change.slug}'`);
      const { title, paragraph = title === undefined ? sample.bulletin.summary : null } = change;
      if (title !== undefined) item.title = title;
      if (paragraph !== null) item.blocks = [...item.blocks, toBlock(paragraph)];
      item.updated = now();
      touch();
      return item;
    },
  };
  // Last-Modified counts whole seconds: a second change within one of them must still be seen.
  const touch = () => {
    paper.modified = Math.max(now(), paper.modified + 1000);
  };
  return paper;
}

function bulletin({ bulletin: { title, summary, body, ...rest } }: SamplePaper, n: number): Story {
  const count = (text: string) => text.replaceAll('{n}', String(n));
  const words = { title: count(title), summary: count(summary), body: body.map(count) };
  return { slug: `bulletin-${n}`, minutesAgo: 0, ...words, ...rest };
}

function toItem(paperId: string, story: Story, now: number): Item {
  const published = story.undated ? null : now - story.minutesAgo * 60_000;
  return {
    slug: story.slug,
    guid: story.withoutGuid ? null : `tag:${paperId}.example,2026:${story.slug}`,
    title: story.title ?? null,
    summary: story.summary,
    blocks: story.body.map(toBlock),
    author: story.author ?? null,
    published,
    updated: story.editedMinutesAgo === undefined ? null : now - story.editedMinutesAgo * 60_000,
    categories: story.categories,
    picture: story.picture ?? null,
    caption: story.caption ?? null,
  };
}

function toBlock(text: string): string {
  return text.startsWith('<') ? text : `<p>${escapeXml(text)}</p>`;
}
