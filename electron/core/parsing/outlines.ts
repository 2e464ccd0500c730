import { failure } from '../../contract/failures';
import { oneLine } from './plain-text';
import type { References } from './references';
import type { OpenTag } from './xml-tokens';

/** One feed of an OPML list. */
export interface OpmlRow {
  /** The folders it is in, outermost first. */
  folders: string[];
  title: string | null;
  address: string;
  site: string | null;
}

/** Folders below this depth are one with the folder above them. */
const DEEPEST_FOLDER = 64;
const FEED_TYPES = /^(rss|atom|rdf|feed)/i;

interface OpenOutline {
  addsFolder: boolean;
  /** What an outline is called that claims to be a feed and has no address; null once it proves to be a folder. */
  claims: string | null;
}

/** Gathers the rows of an OPML list from its outlines, whatever their depth. */
export class Outlines {
  readonly rows: OpmlRow[] = [];
  readonly failed: { url: string; message: string }[] = [];
  readonly #references: References;
  readonly #folders: string[] = [];
  readonly #open: OpenOutline[] = [];

  constructor(references: References) {
    this.#references = references;
  }

  open(tag: OpenTag): void {
    const outer = this.#open.at(-1);
    if (outer) outer.claims = null;
    const attributes = new Map(tag.attributes);
    const read = (name: string): string | null => oneLine(this.#references.decode(attributes.get(name) ?? ''));
    const title = read('text') ?? read('title');
    const address = read('xmlurl');
    const site = read('htmlurl');
    if (address !== null) this.#addRow(title, address, site);
    const addsFolder = address === null && title !== null && this.#folders.length < DEEPEST_FOLDER;
    if (addsFolder) this.#folders.push(title);
    const saysFeed = attributes.has('xmlurl') || site !== null || FEED_TYPES.test(read('type') ?? '');
    const claimsFeed = address === null && saysFeed;
    this.#open.push({ addsFolder, claims: claimsFeed ? quoted(title ?? site) : null });
    if (tag.empty) this.close();
  }

  close(): void {
    const outline = this.#open.pop();
    if (outline?.addsFolder) this.#folders.pop();
    if (outline?.claims) this.#fail('', `${outline.claims} has no feed address`);
  }

  #addRow(title: string | null, written: string, site: string | null): void {
    const address = webAddress(written);
    const shown = withoutLogin(written).slice(0, 200);
    if (address === null) this.#fail(shown, `“${shown}” is no web address`);
    else this.rows.push({ folders: [...this.#folders], title, address, site: site && webAddress(site) });
  }

  #fail(url: string, reason: string): void {
    this.failed.push({ url, message: failure('broken-row', { reason }).message });
  }
}

const quoted = (name: string | null): string => (name === null ? 'A row without a name' : `“${name}”`);

/** What is told of an address that is none; before its last @ may stand a password. */
const withoutLogin = (written: string): string => written.replace(/^((?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?).*@/is, '$1…@');

/** `feed:https://…` and `feed://…` are addresses too. Null for everything that is not on the web. */
function webAddress(written: string): string | null {
  const address = written.replace(/^feed:(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://');
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}
