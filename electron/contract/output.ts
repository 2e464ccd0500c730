import * as v from 'valibot';
import { LINE_HEIGHTS, READING_FONTS, SCRIPTS, TEXT_SIZES } from './settings';

/** The kinds of file in which an article leaves the library. */
export const OUTPUT_FORMATS = ['html', 'epub', 'pdf'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** The kinds of file in which a whole trip leaves it; `zip` is Caravan's own archive. */
export const TRIP_FORMATS = ['epub', 'html', 'zip'] as const;
export type TripFormat = (typeof TRIP_FORMATS)[number];

const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** BCP 47, as `Intl` takes it. */
export const Locale = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/),
  v.check((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  }, 'no language tag'),
);

/** How an article is set on paper: what the reader chose for the screen, but its colours. */
export const SheetLook = v.strictObject({
  script: v.picklist(SCRIPTS),
  readingFont: v.picklist(READING_FONTS),
  /** Pixels. */
  textSize: within(TEXT_SIZES.least, TEXT_SIZES.most),
  lineHeight: within(LINE_HEIGHTS.least, LINE_HEIGHTS.most),
  justified: v.boolean(),
});
export type SheetLook = v.InferOutput<typeof SheetLook>;

/** An article to be printed. */
export interface Sheet {
  title: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** Its headline, dateline, text and address as HTML, with its pictures inside; made of what is sanitised. */
  content: string;
}
