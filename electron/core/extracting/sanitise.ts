import { guarded } from './guard';
import { shaped } from './shape';

/**
 * A feed's HTML as the reader's frame may have it: no script, style, form, frame or drawing; addresses absolute on `base`
 * and over http(s), links also mailto or within the article; nothing fetched but pictures. Never throws; in linear time.
 *
 * Two steps that do not trust each other: the first gives the text its form, the second, a library, holds the allow list.
 */
export function sanitise(html: string, base: string | null): string {
  return guarded(shaped(html, base));
}
