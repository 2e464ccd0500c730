/** One invented story. Times are told backwards from the moment the server starts. */
export interface Story {
  /** Last part of its address; unique within the paper. */
  slug: string;
  /** Absent in the one story that has no headline. */
  title?: string;
  /** Plain text, as in a feed's description. */
  summary: string;
  /** Paragraphs in plain text; one that begins with '<' is HTML as it stands. `{origin}` stands for the server's address. */
  body: readonly string[];
  author?: string;
  minutesAgo: number;
  /** The paper changed it this long ago. */
  editedMinutesAgo?: number;
  categories: readonly string[];
  /** Name of its lead picture: `/pictures/NAME.png`. */
  picture?: string;
  caption?: string;
  undated?: true;
  withoutGuid?: true;
}

/** The fixed words of a paper's article pages, in its own language. */
export interface PageWords {
  related: string;
  about: string;
  /** Filler, as under the article of any theme that nobody finished. */
  filler: string;
  follow: string;
}

/** What `publish` brings out more of: `{n}` counts. */
export interface Bulletin {
  title: string;
  summary: string;
  body: readonly string[];
  categories: readonly string[];
  author?: string;
}

export type Discovery = 'one' | 'two' | 'relative' | 'none';
export type SampleFormat = 'rss' | 'rdf' | 'atom' | 'json';

/** An invented paper: how it is served and what is in it. */
export interface SamplePaper {
  /** First part of every address of the paper. */
  id: string;
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** ISO 3166 code of the country it writes from. */
  country: string;
  format: SampleFormat;
  /** OPML folders, outermost first. */
  folder: readonly string[];
  /** Of its icon, '#rrggbb'. */
  colour: string;
  /** Minutes east of Greenwich that its dates are written in. */
  zone: number;
  /** What its home page says of its feeds; one absolute link unless told. */
  discovery?: Discovery;
  /** The bytes are written in it and the XML declaration says so; UTF-8 unless told. */
  charset?: 'windows-1256' | 'windows-1251';
  /** What the HTTP header claims instead of the truth. */
  claimedCharset?: string;
  /** Sends gzip whether or not it was asked for. */
  alwaysGzip?: true;
  /** Atom content as XHTML elements rather than escaped HTML. */
  xhtml?: true;
  words: PageWords;
  bulletin: Bulletin;
  stories: readonly Story[];
}

export const hours = (count: number): number => count * 60;
export const days = (count: number): number => count * 24 * 60;
