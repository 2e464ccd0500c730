/**
 * The one allow list: the elements and attributes that an article may have. What is not named here never reaches the
 * reader's frame. Attributes still have to pass {@link ./attributes.ts}.
 */
export const GLOBAL_ATTRIBUTES = ['dir', 'lang', 'id'];

export const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ...plain('article section header footer main aside nav address div p h1 h2 h3 h4 h5 h6 hr br wbr'),
  ...plain('blockquote pre ul dl dt dd figure figcaption summary'),
  ...plain('table caption thead tbody tfoot tr'),
  ...plain('b bdi bdo cite code em i kbd mark q rp rt ruby s samp small span strong sub sup u var'),
  ['a', ['href', 'title', 'rel', 'target']],
  ['abbr', ['title']],
  ['dfn', ['title']],
  // Only as media.ts writes them: an address, and nothing that plays by itself.
  ['audio', ['src']],
  ['video', ['src', 'width', 'height']],
  ['del', ['datetime']],
  ['ins', ['datetime']],
  ['time', ['datetime']],
  ['details', ['open']],
  ['img', ['src', 'alt', 'title', 'width', 'height']],
  ['li', ['value']],
  ['ol', ['start', 'type', 'reversed']],
  ['td', ['colspan', 'rowspan']],
  ['th', ['colspan', 'rowspan', 'scope']],
]);

/** Old elements by the name of what took their place. */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['acronym', 'abbr'],
  ['center', 'div'],
  ['listing', 'pre'],
  ['strike', 's'],
  ['tt', 'code'],
  ['xmp', 'pre'],
]);

/** Elements whose content is not the article's text: it goes with them. */
export const DROPPED: ReadonlySet<string> = new Set([
  ...words('script style title template svg math noembed noframes select datalist textarea'),
  ...words('iframe video audio canvas'),
]);

/** Elements that never have content (HTML, 13.1.2). */
export const VOID: ReadonlySet<string> = new Set(
  words('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'),
);

/** Elements that begin a line of their own. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...words('article section header footer main aside nav address div p h1 h2 h3 h4 h5 h6 hr blockquote pre'),
  ...words('ul ol dl li dt dd figure figcaption details summary table form fieldset center'),
]);

function words(text: string): string[] {
  return text.split(' ');
}

function plain(names: string): [string, string[]][] {
  return words(names).map((name) => [name, []]);
}
