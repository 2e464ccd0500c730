/**
 * What is put behind an address to tell who came from where, and is no part of the page: the names that the lists of
 * Firefox (Strict Query Parameter Stripping), Brave (query-string filter) and ClearURLs (its global rules) agree on. Names
 * that some sites find their pages by, such as `ref` or `source`, are not in it.
 */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_\\w+|mtm_\\w+|pk_\\w+|piwik_\\w+|at_(?:medium|campaign)|hsa_\\w+|__hs\\w{1,10}|_hs(?:enc|mi)',
    'fbclid|fb_(?:action_ids|action_types|ref|source)|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|ysclid|_openstat',
    'twclid|ttclid|igshid|igsh|li_fat_id|epik|rdt_cid|srsltid|s_cid|wickedid|vero_(?:conv|id)|oly_(?:anon|enc)_id',
    'mc_[ce]id|mkt_tok|ml_subscriber(?:_hash)?|_ga|_gl|_kx|bsft_\\w+|guce_\\w+|guccounter|cmpid|xtor',
  ].join('|')})$`,
  'i',
);

/** Takes what only tracks out of an address, in place; all else stays as it was written. */
export function withoutTracking(url: URL): URL {
  const { search } = url;
  const parts = search.slice(1).split('&');
  const kept = parts.filter((part) => !TRACKING.test(nameOf(part)));
  if (kept.length < parts.length) url.search = kept.join('&');
  return url;
}

function nameOf(part: string): string {
  const [name = ''] = part.split('=', 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // Not valid UTF-8 behind the percent signs: no name that we know.
    return name;
  }
}
