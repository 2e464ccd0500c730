/** Names by minutes east of Greenwich. A name in use in several places is taken for the one with the most feeds. */
const NAMES: [offset: number, names: string][] = [
  [-660, 'SST'],
  [-600, 'HST HAST TAHT'],
  [-540, 'AKST'],
  [-480, 'PST AKDT'],
  [-420, 'MST PDT'],
  [-360, 'CST MDT'],
  [-300, 'EST CDT COT PET ECT'],
  [-240, 'EDT AST CLT VET BOT GYT PYT'],
  [-210, 'NST'],
  [-180, 'ADT BRT ART CLST UYT SRT GFT'],
  [-150, 'NDT'],
  [-60, 'CVT AZOT'],
  [0, 'UT UTC GMT Z WET UCT'],
  [60, 'BST CET MET MEZ WAT WEST HNEC'],
  [120, 'CEST MEST MESZ EET CAT SAST OEZ HAEC'],
  [180, 'EEST MSK МСК TRT EAT IDT OESZ'],
  [210, 'IRST'],
  [240, 'GST AZT GET SAMT MUT MSD'],
  [270, 'IRDT AFT'],
  [300, 'PKT UZT TJT TMT MVT YEKT'],
  [330, 'IST SLST'],
  [345, 'NPT'],
  [360, 'BDT BTT OMST KGT ALMT'],
  [390, 'MMT'],
  [420, 'ICT WIB NOVT KRAT HOVT'],
  [480, 'HKT SGT MYT PHT WITA AWST IRKT ULAT BNT'],
  [540, 'JST KST WIT YAKT TLT'],
  [570, 'ACST'],
  [600, 'AEST VLAT PGT'],
  [630, 'ACDT'],
  [660, 'AEDT MAGT SBT NCT VUT'],
  [720, 'NZST FJT PETT'],
  [780, 'NZDT TOT'],
];
const OFFSETS = new Map(NAMES.flatMap(([offset, names]) => names.split(' ').map((name) => [name, offset] as const)));
/** Names without winter or summer: the date has to tell. */
const PLACES = new Map([
  ['ET', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
]);

const OFFSET = /\s*([+\-−–])(?:(\d{1,2})[:.,]?(\d{2})(?::\d{2})?|(\d{1,2}))(?![\d:]|[.\-/]\d)/;
const ZONE = new RegExp(`^\\s*(?:([a-z]{1,5}|МСК)(?![\\p{L}]))?(?:${OFFSET.source})?`, 'iu');
const PLACE = /^\s*([A-Z][a-z]+\/[A-Z][A-Za-z_]+)(?!\S)/;
/** The last words of a date, where they can be a zone: `GMT`, `+0330`, `UTC +3`. */
const LAST = /(?:^|\s)((?:[A-ZМСК]{2,5})?\s?(?:[+\-−–]\d{1,2}:?(?:\d{2})?)?)$/;
const FURTHEST = 14 * 60;

/** Minutes east of Greenwich, or a place whose own time it is (`Asia/Tehran`). */
type Zone = number | string;

/**
 * Reads the zone after a time: `Z`, `+0330`, `+3:30`, `GMT+1`, `EST`, `Asia/Tehran`; where there is none, one that ends
 * the text. `rest` is the text without it. None, an unknown one (RFC 5322 §4.3) and an impossible offset are UTC.
 */
export function takeZone(text: string): { zone: Zone; rest: string } {
  const first = readZone(text);
  if (first.length > 0) return { zone: first.zone, rest: text.slice(first.length) };
  const [whole, last = ''] = LAST.exec(text) ?? [];
  if (!whole || !last.trim() || readZone(last).length < last.length) return { zone: 0, rest: text };
  return { zone: readZone(last).zone, rest: text.slice(0, -whole.length) };
}

/** The moment, in milliseconds since 1970, at which clocks of a zone show a local time that is written as if UTC. */
export function momentOf(local: number, zone: Zone): number {
  if (typeof zone === 'number') return local - zone * 60_000;
  // Near a change of clocks the first answer is that of the wrong side.
  return local - offsetAt(local - offsetAt(local, zone) * 60_000, zone) * 60_000;
}

function readZone(text: string): { zone: Zone; length: number } {
  const place = PLACE.exec(text);
  if (place?.[1] && isPlace(place[1])) return { zone: place[1], length: place[0].length };
  const [whole = '', written = '', sign, hours, minutes = '0', hoursAlone] = ZONE.exec(text) ?? [];
  const name = written.toUpperCase();
  const named = OFFSETS.get(name) ?? PLACES.get(name);
  if (!sign) return named === undefined ? { zone: 0, length: 0 } : { zone: named, length: whole.length };
  const offset = Number(hours ?? hoursAlone) * 60 + Number(minutes);
  return { zone: offset <= FURTHEST ? (sign === '+' ? offset : -offset) : 0, length: whole.length };
}

function isPlace(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // Its only way to say that there is no such place.
    return false;
  }
}

/** Of a place at a moment, in minutes. */
function offsetAt(moment: number, place: string): number {
  const [, name = ''] = new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' })
    .format(moment)
    .split(', GMT');
  const offset = readZone(name).zone;
  return typeof offset === 'number' ? offset : 0;
}
