import * as v from 'valibot';
import { ReadingPlace, Seconds } from '../../contract/reading';
import { NO_BYTES, type Shape } from './safe-json-file';

const ArticlePlaces = v.object({
  id: v.string(),
  place: v.nullable(ReadingPlace),
  /** Where what plays was stopped, by its address. */
  heard: v.record(v.string(), Seconds),
});
export type ArticlePlaces = v.InferOutput<typeof ArticlePlaces>;

const Places = v.object({ articles: v.array(ArticlePlaces) });

/** The articles that are partly read or heard, the latest last. */
export type Places = v.InferOutput<typeof Places>;

export const NO_PLACES: Places = { articles: [] };

/** places.json: what a crash loses of it the reader finds again, so one generation is enough. */
export const placesShape: Shape<Places> = {
  version: 1,
  keepsPrevious: false,
  encode: (places) => ({ value: places, bytes: NO_BYTES }),
  decode: ({ value }) => v.parse(Places, value),
};
