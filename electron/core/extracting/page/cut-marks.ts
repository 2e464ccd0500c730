import { namesOf } from './chrome';
import type { LinkedData } from './json-ld';

const WALL =
  /-(?:paywall|pay-wall|piano-offer|tp-modal|subscriber-only|subscribers-only|premium-content|metered|regwall|article-locked|locked-content|content-gate)-/;
const MARKED =
  '[class*="wall"], [class*="offer"], [class*="subscriber"], [class*="premium"], [class*="lock"], [class*="gate"], [class*="metered"], [class*="tp-modal"], [id*="wall"]';

/** True when a page says that the rest of its text is for those who pay or sign in. */
export function isCutShort(body: Element, data: LinkedData): boolean {
  if (!data.isFree) return true;
  return [...body.querySelectorAll(MARKED)].slice(0, 200).some((element) => WALL.test(namesOf(element)));
}
