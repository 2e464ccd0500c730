/** A time of day, and where in the text it stands. */
export interface Clock {
  start: number;
  end: number;
  /** Since midnight; up to a day and a second (24:00, leap seconds). Null for a time that no clock shows. */
  milliseconds: number | null;
  /** It says AM or PM, as Americans do. */
  saysAmPm: boolean;
}

/** How times are written; each captures hour, minute, second and fraction, as far as it has them. The first to fit wins. */
const TIMES = [
  /(?<![+\d:])(\d{1,2})\s?:\s?(\d{1,2})\s?:\s?(\d{1,2})(?:[.,:](\d+))?(?!\d)/,
  // ISO 8601 §5.3.1.4: a fraction is of the last unit that is there.
  /(?<![+\d:])(\d{1,2})\s?:\s?(\d{1,2})()(?:[.,](\d+)(?=\s*(?:Z|[+-]|$)))?(?!\d)/i,
  /(?<![\d.])(\d{1,2})\s?(?:[hu時时點点]|시)(?:\s?(\d{1,2})(?:\s?(?:min|m|分|분)(?:\s?(\d{1,2})\s?(?:s|秒|초))?|分|분)?)?(?![a-zà-ÿ\d])/i,
  /(?<=\d)T(\d{2})(?=Z|[+-]|\s|$)/i,
  /(?<![\d:.])(\d{1,2})(?=\s?[ap]\.?\s?m\b)/i,
  // Points may part a date as well: only after a year, or a word for "at".
  /(?<=\d{4}[,.]?\s[\p{L}.,\s|–-]{0,12}|\b(?:kl|klo|pukul|ore|alle)\.?\s)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![.\d])/iu,
];

const MORNING =
  'a\\.?\\s?m|ص|صباحا?|ق\\.?ظ|صبح|قبل\\s?از\\s?ظهر|قبل دوپہر|上午|午前|早上|凌晨|오전|पूर्वाह्न|π\\.?μ|öö|sa|sáng|ก่อนเที่ยง|ጥዋት|пр\\.?\\s?об|de(?=\\.)|pg|asubuhi|לפנה.?צ|முற்பகல்';
const AFTERNOON =
  'p\\.?\\s?m|م|مساء|ب\\.?ظ|عصر|بعد\\s?از\\s?ظهر|بعد دوپہر|شام|下午|午後|晚上|오후|अपराह्न|μ\\.?μ|ös|ch|chiều|tối|หลังเที่ยง|ከሰዓት|сл\\.?\\s?об|du(?=\\.)|ptg|jioni|אחה.?צ|பிற்பகல்';
const HALF_AFTER = new RegExp(`^\\s*(?:(${MORNING})|(${AFTERNOON}))(?![\\p{L}])\\u064b?\\.?`, 'iu');
const HALF_BEFORE = new RegExp(`(?<![\\p{L}\\p{M}])(?:(${MORNING})|(${AFTERNOON}))\\.?\\s*$`, 'iu');
const HOURS_WORD = /^\s*(?:Uhr|hrs?|hs|ч)(?![\p{L}])\.?/iu;

/** Finds the time of day in a date: 7:05:06.5, 14h05, 5 p.m., 下午 3:05, 14.05 after a year. Null when there is none. */
export function readClock(date: string): Clock | null {
  const found = firstTime(date);
  if (!found) return null;
  const [whole, hours = '', minutes, seconds, fraction] = found;
  const after = date.slice(found.index + whole.length);
  const word = HALF_AFTER.exec(after) ?? HOURS_WORD.exec(after);
  const half = HALF_AFTER.exec(after) ?? HALF_BEFORE.exec(date.slice(0, found.index));
  const isBefore = half !== null && word === null;
  return {
    start: isBefore ? half.index : found.index,
    end: found.index + whole.length + (word?.[0].length ?? 0),
    milliseconds: sinceMidnight(ofTwentyFour(Number(hours), half), minutes, seconds, fraction),
    saysAmPm: /^\s*[ap]/i.test(half?.[0] ?? ''),
  };
}

function firstTime(date: string): RegExpExecArray | null {
  for (const pattern of TIMES) {
    const found = pattern.exec(date);
    if (found) return found;
  }
  return null;
}

/** 12 a.m. is midnight. Hours beyond twelve say by themselves which half it is. */
function ofTwentyFour(hours: number, half: RegExpExecArray | null): number {
  if (half === null || hours > 12) return hours;
  return (hours % 12) + (half[2] === undefined ? 0 : 12);
}

function sinceMidnight(hours: number, minutes = '', seconds = '', fraction = ''): number | null {
  if (hours > 24 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const unit = seconds ? 1_000 : 60_000;
  const part = Math.floor(Number(`0.${fraction.slice(0, 9) || 0}`) * unit + 1e-6);
  return hours * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000 + part;
}
