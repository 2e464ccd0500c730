import { type Failure, failure } from '../../contract/failures';
import { unpackBody } from '../store/body-record';
import type { Part } from '../store/layout';
import type { PicturePart } from '../store/pictures/picture-part';
import { isPictureWhole, readBack } from '../store/read-back';
import type { PackedArticle } from '../store/trips-data';

/** All that the verification has: a folder, and where each text lies. There is no network in it. */
export interface ReadBackPorts {
  folder: string;
  partOf(id: string): Part | null;
  /** True once nobody waits for the answer any more: what is said of the rest is then nothing. */
  isOver(): boolean;
}

/**
 * Reads the texts and pictures of articles back from the disk and compares their checksums. Answers what is the matter with
 * those that cannot be read.
 */
export async function readArticlesBack(
  { folder, partOf, isOver }: ReadBackPorts,
  articles: readonly PackedArticle[],
): Promise<Map<string, Failure>> {
  const wrong = new Map<string, Failure>();
  const whole = new Map<string, boolean>();
  const isWhole = async (name: string): Promise<boolean> => {
    const known = whole.get(name) ?? (await isPictureWhole(folder, name));
    whole.set(name, known);
    return known;
  };
  const parts = new Map<string, { part: Part; articles: PackedArticle[] }>();
  for (const article of articles) {
    const part = partOf(article.id);
    if (!part) {
      wrong.set(article.id, failure('trip-article-gone'));
      continue;
    }
    const name = `${part.feedId}-${part.n}`;
    const group = parts.get(name) ?? { part, articles: [] };
    group.articles.push(article);
    parts.set(name, group);
  }
  for (const { part, articles: own } of parts.values()) {
    if (isOver()) break;
    const { bodies, pictures } = await readBack(folder, part);
    for (const { id, level } of own) {
      if (isOver()) break;
      if (!isText(bodies?.get(id))) wrong.set(id, failure('trip-text-damaged'));
      else if (level === 'full') {
        const count = await lostOf(pictures, id, isWhole);
        if (count > 0) wrong.set(id, failure('trip-pictures-damaged', { count }));
      }
    }
  }
  return wrong;
}

function isText(packed: Uint8Array | undefined): boolean {
  if (!packed) return false;
  try {
    unpackBody(packed);
    return true;
  } catch {
    // That it cannot be read is the answer.
    return false;
  }
}

/** How many pictures of an article should lie there and do not. */
async function lostOf(
  pictures: PicturePart | null,
  id: string,
  isWhole: (name: string) => Promise<boolean>,
): Promise<number> {
  const article = pictures?.articles.get(id);
  if (!pictures || !article) return 1;
  let lost = 0;
  for (const address of article.addresses) {
    const kept = pictures.kept.get(address);
    if (kept ? !(await isWhole(kept.name)) : !isGivenUp(pictures, address)) lost++;
  }
  return lost;
}

/** One that nobody has, or nobody is to see, is not missed. */
function isGivenUp({ missed }: PicturePart, address: string): boolean {
  const why = missed.get(address);
  return why !== undefined && why.next === null && why.code !== 'pictures-full';
}
