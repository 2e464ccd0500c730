import { editionOf, feedFile, linkOf } from './feed-server/edition';
import { asFault, type Fault, type FaultOrKind } from './feed-server/faults';
import { handler, type RequestRecord } from './feed-server/handler';
import { listen } from './feed-server/listeners';
import { type OpmlFeed, type OpmlOptions, opml } from './feed-server/opml';
import { type Edit, openPaper, type Paper } from './feed-server/press';
import { outlineOf, type World } from './feed-server/routes';
import { SAMPLE_FEEDS } from './sample-feeds/sample-feeds';
import type { Discovery, SampleFormat } from './sample-feeds/sample-paper';

export interface FeedServerOptions {
  /** The clock that stories are dated by; read once at the start, and at each publish and edit. */
  now?: () => number;
  /** A free one unless told. */
  port?: number;
  /** Loopback addresses to listen on, all on the same port; the first is the server's own. */
  hosts?: readonly string[];
  /** Waited before each answer. */
  latencyMs?: number;
}

export interface PaperAddress {
  id: string;
  title: string;
  language: string;
  country: string;
  format: SampleFormat;
  folder: readonly string[];
  /** What its home page says of its feeds. */
  discovery: Discovery;
  feedUrl: string;
  homeUrl: string;
}

export interface ServedItem {
  slug: string;
  guid: string | null;
  title: string | null;
  link: string;
  published: number | null;
  categories: readonly string[];
}

/** What `opml` lists instead of the papers: so many generated feeds, spread over the server's hosts. */
export interface BenchWish {
  feeds: number;
  items?: number;
  bytes?: number;
}

export interface FeedServer {
  readonly port: number;
  /** 'http://127.0.0.1:PORT'. */
  readonly origin: string;
  readonly papers: readonly PaperAddress[];
  /** Every request since the start, oldest first; emptied by whoever wants to (`length = 0`). */
  readonly requests: RequestRecord[];
  /** The absolute address of a path. */
  url(path: string): string;
  /** What a paper's feed holds now, newest first. */
  items(paperId: string): ServedItem[];
  /** Brings out new items in a paper, or in a bench feed as `bench/ID`. */
  publish(paperId: string, count?: number): void;
  edit(paperId: string, change?: Edit): void;
  /** From now on goes wrong: the feed of a paper, a path that begins with '/', or '*' for every path. */
  fault(target: string, fault: FaultOrKind): void;
  /** Mends one target, or all. */
  clear(target?: string): void;
  /** Cuts the network: connections are refused and the open ones break. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  opml(options?: OpmlOptions & { papers?: readonly string[]; bench?: BenchWish }): string;
  close(): Promise<void>;
}

/** Starts the invented press on loopback. */
export async function startFeedServer(options: FeedServerOptions = {}): Promise<FeedServer> {
  const { now = Date.now, hosts = ['127.0.0.1'], latencyMs = 0 } = options;
  const papers = new Map(SAMPLE_FEEDS.map((sample) => [sample.id, openPaper(sample, now)]));
  const benchEditions = new Map<string, number>();
  const world: World = { papers, benchEditions, started: now() };
  const faults = new Map<string, Fault>();
  const requests: RequestRecord[] = [];

  const handle = handler({ world, faults, requests, now, latencyMs });
  const listeners = await listen(handle, hosts, options.port ?? 0);
  const originOf = (host: string) => `http://${host}:${listeners.port}`;
  const origin = originOf(hosts[0] ?? '127.0.0.1');

  const paper = (id: string): Paper => {
    const found = papers.get(id);
    if (!found) throw new Error(`There is no paper '${id}'`);
    return found;
  };
  const pathOf = (target: string) =>
    target.startsWith('/') || target === '*' ? target : `/${target}/${feedFile(paper(target).sample)}`;

  return {
    port: listeners.port,
    origin,
    papers: [...papers.values()].map((one) => addressOf(one, origin)),
    requests,
    url: (path) => new URL(path, origin).href,
    items: (id) => itemsOf(paper(id), origin),
    publish(id, count = 1) {
      const [, benchId] = id.split('bench/');
      if (benchId === undefined) paper(id).publish(count);
      else benchEditions.set(benchId, (benchEditions.get(benchId) ?? 0) + count);
    },
    edit: (id, change = {}) => void paper(id).edit(change),
    fault: (target, fault) => void faults.set(pathOf(target), asFault(fault)),
    clear: (target) => (target === undefined ? faults.clear() : void faults.delete(pathOf(target))),
    cut: listeners.cut,
    restore: listeners.restore,
    opml({ papers: chosen, bench, ...more } = {}) {
      if (bench) return opml(benchFeeds(bench, hosts.map(originOf)), more);
      const listed = [...papers.values()].filter(({ sample }) => chosen?.includes(sample.id) ?? true);
      return opml(
        listed.map((one) => outlineOf(editionOf(one, origin))),
        more,
      );
    },
    close: listeners.cut,
  };
}

function addressOf({ sample }: Paper, origin: string): PaperAddress {
  const { id, title, language, country, format, folder, discovery = 'one' } = sample;
  const homeUrl = `${origin}/${id}/`;
  return { id, title, language, country, format, folder, discovery, feedUrl: homeUrl + feedFile(sample), homeUrl };
}

function itemsOf(paper: Paper, origin: string): ServedItem[] {
  const edition = editionOf(paper, origin);
  return paper.items.map((item) => {
    const { slug, guid, title, published, categories } = item;
    return { slug, guid, title, link: linkOf(edition, item), published, categories };
  });
}

function benchFeeds({ feeds, items = 50, bytes = 3500 }: BenchWish, origins: readonly string[]): OpmlFeed[] {
  return Array.from({ length: feeds }, (_, index) => ({
    title: `Bench ${index}`,
    feedUrl: `${origins[index % origins.length]}/bench/${index}.xml?items=${items}&bytes=${bytes}`,
    folder: [`Bench ${Math.floor(index / 20)}`],
  }));
}
