/** Hosts whose pictures only count readers, with all that are below them. */
const HOSTS: ReadonlySet<string> = new Set([
  'b.scorecardresearch.com',
  'beacon.krxd.net',
  'bat.bing.com',
  'counter.yadro.ru',
  'feeds.wordpress.com',
  'google-analytics.com',
  'hits.blogsome.com',
  'mc.yandex.ru',
  'pixel.quantserve.com',
  'pixel.wp.com',
  'stats.wordpress.com',
  'top-fwz1.mail.ru',
  'doubleclick.net',
]);
/** What such pictures are called elsewhere: the name of the file is all that is looked at. */
const NAME =
  /^(?:(?:tracking|track|counter|beacon|count)[-_]?(?:pixel|beacon)?|(?:web[-_]?)?(?:pixel|beacon|bug)|1x1|spacer|blank|transparent|__utm|open)\.(?:gif|png)$/i;
/** Google's feed proxy counted so. */
const PATH = /^\/~r\/|\/(?:wp-content\/plugins\/stats|piwik\.php|matomo\.php|b\/ss\/)/i;

/** True for the address of a picture that is there to count readers. */
export function isTracker(address: string): boolean {
  if (!URL.canParse(address, 'https://page.invalid')) return false;
  const { hostname, pathname } = new URL(address, 'https://page.invalid');
  const labels = hostname.split('.');
  if (labels.some((_, n) => HOSTS.has(labels.slice(n).join('.')))) return true;
  return NAME.test(pathname.slice(pathname.lastIndexOf('/') + 1)) || PATH.test(pathname);
}
