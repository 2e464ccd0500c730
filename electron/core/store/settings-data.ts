import * as v from 'valibot';
import { DEFAULT_SETTINGS, Settings } from '../../contract/settings';
import type { Shape } from './safe-json-file';

const Stored = v.partial(Settings);

/** What settings.json holds. A setting that is younger than the file has its default. */
export const settingsShape: Shape<Settings> = {
  version: 1,
  keepsPrevious: true,
  encode: (settings) => settings,
  decode: (value) => ({ ...DEFAULT_SETTINGS, ...v.parse(Stored, value) }),
};
