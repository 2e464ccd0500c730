import { Ban, CircleSlash, FileWarning, Hourglass, KeyRound, type LucideIcon, SearchX, Unplug } from 'lucide-react';

/** What each kind of trouble looks like, so that they are told apart without reading. */
export const TROUBLE_ICONS = {
  down: Unplug,
  blocked: Ban,
  locked: KeyRound,
  waiting: Hourglass,
  broken: FileWarning,
  missing: SearchX,
  ended: CircleSlash,
} as const satisfies Record<string, LucideIcon>;
