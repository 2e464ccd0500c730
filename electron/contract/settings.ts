import * as v from 'valibot';
import { ProxySetting, SYSTEM_PROXY } from './fetching';
import { LANGUAGE_CODES } from './languages';
import { Id, OFFLINE_LEVELS, type OfflineLevel } from './model';

export const THEMES = ['system', 'light', 'dark'] as const;
const INTERFACE_LANGUAGES = ['system', ...LANGUAGE_CODES] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
/** How the page of an article is shown; 'window' as the rest of the window. */
export const READING_THEMES = ['window', 'light', 'sepia', 'dark'] as const;
export const READING_FONTS = ['serif', 'sans', 'system'] as const;
export const URDU_STYLES = ['nastaliq', 'naskh'] as const;
/** Scripts by what they need of a page: `nastaliq` room below the line, `indic` room above, `latin` is all the rest. */
export const SCRIPTS = ['latin', 'arabic', 'nastaliq', 'cjk', 'indic'] as const;
export type Script = (typeof SCRIPTS)[number];
/** Minutes between refreshes; 0 is only by hand, 'auto' as often as a feed brings something. */
export const REFRESH_CHOICES = ['auto', 15, 30, 60, 180, 720, 1_440, 0] as const;
export const RefreshChoice = v.picklist(REFRESH_CHOICES);
export type RefreshChoice = v.InferOutput<typeof RefreshChoice>;

const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** What the window offers as limits; a library may hold others within the bounds of {@link Retention}. */
export const KEEP_DAYS = [7, 14, 30, 90, 180, 365] as const;
export const KEEP_ARTICLES = [50, 100, 200, 500, 1_000, 5_000] as const;
export const KEEP_BYTES = [100e6, 250e6, 500e6, 1e9, 2e9, 5e9, 10e9] as const;

const limit = (least: number, most: number) => v.nullable(v.pipe(within(least, most), v.integer()));

/** How long articles stay; null is no limit. What the reader has kept for good is never counted and never goes. */
export const Retention = v.strictObject({
  days: limit(1, 36_500),
  /** Articles of one feed. */
  perFeed: limit(1, 1_000_000),
  /** On disk, of all feeds together. */
  bytes: limit(1e6, 1e13),
  keepUnread: v.boolean(),
});
export type Retention = v.InferOutput<typeof Retention>;

/** Nothing goes by itself: of all that a reader can do wrong, losing what was kept is the worst. */
export const KEEP_EVERYTHING: Retention = { days: null, perFeed: null, bytes: null, keepUnread: true };

export const hasLimit = ({ days, perFeed, bytes }: Retention): boolean =>
  days !== null || perFeed !== null || bytes !== null;

/** How much of an article is kept by itself: the feed's text, the whole text, or that with pictures. */
export const KeepChoice = v.picklist(OFFLINE_LEVELS);
/** What the window offers as room for pictures. */
export const PICTURE_BYTES = [250e6, 500e6, 1e9, 2e9, 5e9, 10e9, 20e9] as const;
const WITH_PICTURES: OfflineLevel = 'full';

export const TEXT_SIZES = { least: 13, most: 36, step: 1 } as const;
/** Characters of a line, where they are Latin. */
export const MEASURES = { least: 45, most: 95, step: 5 } as const;
/** Times the height that a script's lines have by themselves. */
export const LINE_HEIGHTS = { least: 0.8, most: 1.5, step: 0.1 } as const;

/** Times as fast as a voice speaks by itself. */
export const SPEECH_RATES = { least: 0.5, most: 2.5, step: 0.1 } as const;

const TextSize = within(TEXT_SIZES.least, TEXT_SIZES.most);

/** The reader's own keys of commands, by the command; none is no key at all. What is not in it has the keys it came with. */
const Keys = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(80)),
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(40))), v.maxLength(4)),
  ),
  v.check((keys) => Object.keys(keys).length <= 200, 'more than 200 commands'),
);

/** What the palette offers first: the last that were chosen in it, the newest first. */
export const MOST_RECENT = 8;
const Recent = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(300))), v.maxLength(MOST_RECENT));

/** What the reader chose. Pixels for widths and text size. */
export const Settings = v.strictObject({
  theme: v.picklist(THEMES),
  language: v.picklist(INTERFACE_LANGUAGES),
  density: v.picklist(DENSITIES),
  refreshMinutes: RefreshChoice,
  /** No network at all, until the reader takes it back. */
  worksOffline: v.boolean(),
  /** For all feeds that have none of their own. */
  proxy: ProxySetting,
  sort: v.picklist(['newest', 'oldest', 'arrived']),
  /** Whether the list stands under its days. */
  byDay: v.boolean(),
  textSize: TextSize,
  /** For scripts that have one of their own. */
  textSizes: v.record(v.picklist(SCRIPTS), v.optional(TextSize)),
  readingTheme: v.picklist(READING_THEMES),
  readingFont: v.picklist(READING_FONTS),
  measure: within(MEASURES.least, MEASURES.most),
  lineHeight: within(LINE_HEIGHTS.least, LINE_HEIGHTS.most),
  justified: v.boolean(),
  urdu: v.picklist(URDU_STYLES),
  /** How articles are read aloud, by language (ISO 639): the system's voice and its speed. */
  speech: v.record(
    v.pipe(v.string(), v.regex(/^[a-z]{2,8}$/)),
    v.strictObject({
      voice: v.optional(v.pipe(v.string(), v.maxLength(500))),
      rate: v.optional(within(SPEECH_RATES.least, SPEECH_RATES.most)),
    }),
  ),
  sidebarWidth: within(200, 360),
  listWidth: within(300, 560),
  /** The folders that are folded up in the sidebar. */
  foldedFolders: v.pipe(v.array(Id), v.maxLength(10_000)),
  retention: Retention,
  keys: Keys,
  /** Keys without Ctrl, Cmd or Alt; who speaks to the computer switches them off (WCAG 2.1.4). */
  letterKeys: v.boolean(),
  recentCommands: Recent,
  /** For all feeds that have none of their own. */
  keep: KeepChoice,
  /** On disk, of all pictures together. */
  pictureBytes: limit(1e6, 1e13),
  /** True once the reader has subscribed, imported or skipped at first start. */
  welcomed: v.boolean(),
});
export type Settings = v.InferOutput<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  refreshMinutes: 'auto',
  worksOffline: false,
  proxy: SYSTEM_PROXY,
  sort: 'newest',
  byDay: true,
  textSize: 17.5,
  textSizes: {},
  readingTheme: 'window',
  readingFont: 'serif',
  measure: 65,
  lineHeight: 1,
  justified: false,
  urdu: 'nastaliq',
  speech: {},
  sidebarWidth: 248,
  listWidth: 392,
  foldedFolders: [],
  retention: KEEP_EVERYTHING,
  keys: {},
  letterKeys: true,
  recentCommands: [],
  keep: WITH_PICTURES,
  pictureBytes: 2e9,
  welcomed: false,
};
