import { type ArticleHeader, EVERYTHING } from '../../../electron/contract/model';
import { createLibrary, type Library } from '../../../electron/core/library';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';
import { fields, type Value } from './change';
import { numberOf, versionIn } from './made-article';

export interface Look {
  found: Map<string, Value>;
  /** What the library says is damaged, was recovered or cannot be opened. */
  damaged: string[];
}

const PAGE = 10_000;
const offline = () => Promise.reject(new Error('there is no network here'));
// What is looked at is the text on disk, not what makes it safe.
const work = { ...workInThisThread, sanitise: async (html: string) => html };

/** Opens a library through its only door, looks at everything that a reader would see, and closes it. */
export async function lookInto(folder: string): Promise<Look> {
  const look: Look = { found: new Map(), damaged: [] };
  const complain = (message: string, facts = {}): void => void look.damaged.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: () => {}, warn: complain, error: complain };
  const library = await createLibrary({ folder, fetch: offline, work, log });
  try {
    const articles = await allArticles(library);
    for (const article of articles) noteStates(look.found, article);
    for (const { id } of articles) await noteText(library, look, id);
    const { folders } = await library.handlers['library.overview']({});
    for (const { name } of folders) look.found.set(fields.folder(name), true);
    look.found.set(fields.textSize, (await library.handlers['settings.read']({})).textSize);
  } finally {
    await library.close();
  }
  return look;
}

async function allArticles({ handlers }: Library): Promise<ArticleHeader[]> {
  const found: ArticleHeader[] = [];
  for (;;) {
    const page = { filter: EVERYTHING, sort: 'oldest', offset: found.length, limit: PAGE, keep: [] } as const;
    const { articles } = await handlers['articles.list']({ ...page, keep: [] });
    found.push(...articles);
    if (articles.length < PAGE) return found;
  }
}

function noteStates(found: Map<string, Value>, { id, title, read, bookmarked, ownTags }: ArticleHeader): void {
  const n = numberOf(id);
  found.set(fields.title(n), versionIn(title, 'story', n));
  found.set(fields.read(n), read);
  found.set(fields.bookmarked(n), bookmarked);
  for (const tag of ownTags) found.set(fields.tag(n, tag), true);
}

async function noteText({ handlers }: Library, { found, damaged }: Look, id: string): Promise<void> {
  const n = numberOf(id);
  try {
    found.set(fields.body(n), versionIn((await handlers['articles.open']({ id })).html, 'text', n));
  } catch (error) {
    damaged.push(`article ${n} cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
}
