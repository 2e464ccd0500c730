const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A time as RSS writes it (RFC 822 with a four-digit year), in a zone so many minutes east of Greenwich. */
export function rfc822(time: number, zone: number): string {
  const local = new Date(time + zone * 60_000);
  const day = `${DAYS[local.getUTCDay()]}, ${two(local.getUTCDate())} ${MONTHS[local.getUTCMonth()]}`;
  return `${day} ${local.getUTCFullYear()} ${local.toISOString().slice(11, 19)} ${offset(zone, '')}`;
}

/** A time as Atom, JSON Feed and Dublin Core write it (RFC 3339), in a zone. */
export function rfc3339(time: number, zone: number): string {
  return new Date(time + zone * 60_000).toISOString().slice(0, 19) + offset(zone, ':');
}

/** The date line of an article page, in the paper's own language. */
export function dateLine(time: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

function offset(zone: number, separator: string): string {
  const minutes = Math.abs(zone);
  return `${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
