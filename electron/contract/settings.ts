import * as v from 'valibot';

export const THEMES = ['system', 'light', 'dark'] as const;
export const INTERFACE_LANGUAGES = ['system', 'en', 'fa'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
/** Minutes between refreshes; 0 is only by hand. */
export const REFRESH_INTERVALS = [0, 15, 30, 60, 180, 720] as const;

const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** What the reader chose. Pixels for widths and text size. */
export const Settings = v.strictObject({
  theme: v.picklist(THEMES),
  language: v.picklist(INTERFACE_LANGUAGES),
  density: v.picklist(DENSITIES),
  refreshMinutes: v.picklist(REFRESH_INTERVALS),
  sort: v.picklist(['newest', 'oldest', 'arrived']),
  textSize: within(13, 28),
  sidebarWidth: within(200, 360),
  listWidth: within(300, 560),
  /** True once the reader has subscribed, imported or skipped at first start. */
  welcomed: v.boolean(),
});
export type Settings = v.InferOutput<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  refreshMinutes: 30,
  sort: 'newest',
  textSize: 17.5,
  sidebarWidth: 248,
  listWidth: 392,
  welcomed: false,
};
