import type { ExtractedPage } from '../../../electron/contract/extracted-page';
import type { Expected } from './parts';

const DAY_MS = 86_400_000;

/** What is wrong in an extraction, in words; nothing when it is right. */
export function mistakesIn(page: ExtractedPage, expected: Expected): string[] {
  const text = oneLine(page.text);
  const mistakes: string[] = [];
  const check = (isRight: boolean, mistake: string): void => {
    if (!isRight) mistakes.push(mistake);
  };
  check(page.title === expected.title, `title “${page.title}”`);
  check(
    isDay(page.published, expected.day),
    `date ${page.published === null ? null : new Date(page.published).toISOString()}`,
  );
  for (const tag of expected.tags) check(page.tags.includes(tag), `no tag ${tag} in [${page.tags}]`);
  for (const tag of expected.notTags ?? []) check(!page.tags.includes(tag), `tag ${tag}`);
  check(text.includes(oneLine(expected.first)), 'first sentence gone');
  check(
    text.endsWith(oneLine(expected.last)) || endsNearly(text, oneLine(expected.last)),
    `ends with “${text.slice(-60)}”`,
  );
  for (const each of expected.absent) check(!text.includes(oneLine(each)), `kept “${each.slice(0, 40)}”`);
  for (const each of expected.present ?? []) check(text.includes(each), `lost “${each}”`);
  check(expected.title === null || !text.includes(expected.title), 'title in the text');
  if (expected.language)
    check(page.language?.split('-')[0] === expected.language.split('-')[0], `language ${page.language}`);
  if (expected.byline) check(page.byline === expected.byline, `byline ${page.byline}`);
  check(page.isCut === (expected.isCut ?? false), `isCut ${page.isCut}`);
  if (expected.nextPages) check(String(page.nextPages) === String(expected.nextPages), `pages ${page.nextPages}`);
  else check(page.nextPages.length === 0, `pages ${page.nextPages}`);
  if (expected.images)
    check(
      String(page.images.map(({ url }) => url)) === String(expected.images),
      `images ${page.images.map(({ url }) => url)}`,
    );
  return mistakes;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isDay = (time: number | null, day: string | null): boolean =>
  day === null ? time === null : time !== null && Math.abs(time - Date.parse(day)) < DAY_MS;

/** Footnotes and marks of a cut may follow the last sentence. */
const endsNearly = (text: string, last: string): boolean => {
  const at = text.lastIndexOf(last);
  return at >= 0 && text.length - at - last.length < 40;
};
