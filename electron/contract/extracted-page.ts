/**
 * A web page as an article. Texts are plain and in one line unless said otherwise; addresses are absolute and over
 * http(s); times are milliseconds since 1970, and null where the page does not say.
 */
export interface ExtractedPage {
  title: string | null;
  byline: string | null;
  published: number | null;
  modified: number | null;
  /** BCP 47. */
  language: string | null;
  direction: 'ltr' | 'rtl';
  /** Topics as the page names them, without repeats, in its order. */
  tags: string[];
  /** The article alone, already sanitised: each `img` in it has the `url` of one of the images. */
  html: string;
  /** The same as lines of text, an empty line between paragraphs. */
  text: string;
  /** The lead picture first, then those of the text in its order. The lead may be shown nowhere in the text. */
  images: PageImage[];
  words: number;
  /** The text is a beginning: it breaks off, asks to be read on elsewhere, or for money. */
  isCut: boolean;
  /** The other pages of an article in several, in order: at most 10, of the same host. */
  nextPages: string[];
  /** The same article for phones, on paper, and where it is at home. */
  amp: string | null;
  print: string | null;
  canonical: string | null;
}

export interface PageImage {
  url: string;
  alt: string;
  /** The same picture in other sizes, {@link url} among them. */
  candidates: PictureCandidate[];
  /** In CSS pixels, as the page says. */
  width?: number;
  height?: number;
}

/** As in a srcset (HTML, 4.8.4.2.1): how wide the file is in pixels, or for which density of screen it was made. */
export interface PictureCandidate {
  url: string;
  width?: number;
  density?: number;
}

/**
 * What a host was seen to repeat on its pages: it is given to each extraction and comes back changed. Plain JSON, at most
 * some 10 KB.
 */
export interface HostMemory {
  /** How many pages were looked at; halved with the counts now and then, so that a new design is learnt too. */
  pages: number;
  /** Digests of the last addresses: a page that is fetched again counts once. */
  addresses: string[];
  /** Digests of blocks with the number of pages they stood on, the one seen last at the end. At most 300. */
  blocks: [digest: string, pages: number][];
}

/** An extraction's result, and what it learnt of the host. */
export interface Extraction {
  page: ExtractedPage;
  memory: HostMemory;
}
