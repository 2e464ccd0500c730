import * as v from 'valibot';
import { ACTIVITY_KINDS } from '../../contract/health';
import { NO_BYTES, type Shape } from './safe-json-file';

const Activity = v.object({
  at: v.number(),
  kind: v.picklist(ACTIVITY_KINDS),
  feedId: v.nullable(v.string()),
  title: v.nullable(v.string()),
  feeds: v.number(),
  failed: v.number(),
  newArticles: v.number(),
  changedArticles: v.number(),
  bytes: v.number(),
  ms: v.number(),
  failure: v.nullable(
    v.object({
      code: v.string(),
      message: v.string(),
      detail: v.record(v.string(), v.union([v.string(), v.number()])),
    }),
  ),
});

const Activities = v.object({ events: v.array(Activity) });

/** What happened lately, the oldest first. */
export type Activities = v.InferOutput<typeof Activities>;

export const NO_ACTIVITIES: Activities = { events: [] };

/** activity.json: what a crash loses of it is no loss to the reader, so one generation is enough. */
export const activityShape: Shape<Activities> = {
  version: 1,
  keepsPrevious: false,
  encode: (activities) => ({ value: activities, bytes: NO_BYTES }),
  decode: ({ value }) => v.parse(Activities, value),
};
