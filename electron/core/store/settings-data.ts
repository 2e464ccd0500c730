import * as v from 'valibot';
import { DEFAULT_SETTINGS, Settings } from '../../contract/settings';
import { NO_BYTES, type Shape } from './safe-json-file';

/** Settings that this Caravan does not know are passed over; the theme is in every version, and tells them from other JSON. */
const Stored = v.object({ ...v.partial(v.object(Settings.entries)).entries, theme: Settings.entries.theme });

/** What settings.json holds. A setting that is younger than the file has its default. */
export const settingsShape: Shape<Settings> = {
  version: 1,
  keepsPrevious: true,
  encode: (settings) => ({ value: settings, bytes: NO_BYTES }),
  decode: ({ value }) => ({ ...DEFAULT_SETTINGS, ...v.parse(Stored, value) }),
};
