import { type RegionFinder, regionsIn } from './regions';
import { tagsFrom } from './tags';

interface Tagged {
  tags: string[];
  regions: string[];
  regionTags: number;
}

/** An article's tags with those of its page, and the regions that they name. The feed's come first. */
export const withPageTags = (tags: readonly string[], more: readonly string[], find: RegionFinder): Tagged => {
  const all = tagsFrom([...tags, ...more]);
  return { tags: all, ...regionsIn(all, find) };
};
