/** Names by minutes east of Greenwich. A name in use in several places is taken for the one with the most feeds. */
const NAMES: [offset: number, names: string][] = [
  [-600, 'HST'],
  [-540, 'AKST'],
  [-480, 'PST AKDT'],
  [-420, 'MST PDT'],
  [-360, 'CST MDT'],
  [-300, 'EST CDT COT PET'],
  [-240, 'EDT AST CLT VET'],
  [-210, 'NST'],
  [-180, 'ADT BRT ART CLST'],
  [-150, 'NDT'],
  [0, 'UT UTC GMT Z WET'],
  [60, 'BST CET MET MEZ WAT WEST'],
  [120, 'CEST MEST MESZ EET CAT SAST'],
  [180, 'EEST MSK TRT EAT IDT'],
  [210, 'IRST'],
  [240, 'GST'],
  [270, 'IRDT AFT'],
  [300, 'PKT UZT'],
  [330, 'IST'],
  [345, 'NPT'],
  [360, 'BDT'],
  [390, 'MMT'],
  [420, 'ICT WIB'],
  [480, 'HKT SGT MYT PHT WITA AWST'],
  [540, 'JST KST WIT'],
  [570, 'ACST'],
  [600, 'AEST'],
  [630, 'ACDT'],
  [660, 'AEDT'],
  [720, 'NZST'],
  [780, 'NZDT'],
];
const OFFSETS = new Map(NAMES.flatMap(([offset, names]) => names.split(' ').map((name) => [name, offset] as const)));

const ZONE = /^\s*(?:([a-z]{1,5})(?![a-z]))?\s*(?:([+\-−])(\d{1,2}):?(\d{2})?(?!\d))?/i;
const FURTHEST = 14 * 60;

/**
 * Reads the zone that follows a time: `Z`, `+0330`, `+3:30`, `GMT+1`, `EST`. None, an unknown one (RFC 5322 §4.3)
 * and an impossible offset are UTC. `offset` is in minutes, `length` how much of the text the zone took.
 */
export function readZone(text: string): { offset: number; length: number } {
  const [whole = '', name = '', sign, hours, minutes = '0'] = ZONE.exec(text) ?? [];
  const named = OFFSETS.get(name.toUpperCase());
  if (!sign) return { offset: named ?? 0, length: named === undefined ? 0 : whole.length };
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1);
  return { offset: Math.abs(offset) <= FURTHEST ? offset : 0, length: whole.length };
}
