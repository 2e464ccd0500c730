// npm run bench -- NAME [--articles N] [--feeds N] [--rounds N] [--folder DIR] [--json]: prints figures; asserts nothing.
import { parseArgs } from 'node:util';
import { appRefresh } from './app-refresh';
import { parse } from './parse';
import { refresh } from './refresh';
import { search } from './search';
import { sidebar } from './sidebar';
import { start } from './start';
import { store } from './store';
import { ui } from './ui';

export interface BenchOptions {
  articles: number;
  feeds: number;
  /** How often a refresh is measured; the median counts. */
  rounds: number;
  /** Where to keep between runs what is costly to make; a temporary folder when there is none. */
  folder: string | null;
}

/** What was measured: a name, a number, its unit, and, where there is one, its ratio to a peer of the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  ratio?: { to: string; value: number };
  /** What it may be at most. */
  most?: number;
}

const benches: Record<string, (options: BenchOptions) => Promise<Figure[]>> = {
  'app-refresh': appRefresh,
  parse,
  refresh,
  search,
  sidebar,
  start,
  store,
  ui,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: 'string', default: '10000' },
      feeds: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '3' },
      folder: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const names = positionals.includes('all') || positionals.length === 0 ? Object.keys(benches) : positionals;
  const options = {
    articles: Number(values.articles),
    feeds: Number(values.feeds),
    rounds: Number(values.rounds),
    folder: values.folder ?? null,
  };
  for (const name of names) {
    const bench = benches[name];
    if (!bench) throw new Error(`There is no benchmark ${name}. There are: ${Object.keys(benches).join(', ')}, all.`);
    for (const figure of await bench(options))
      console.log(values.json ? JSON.stringify({ bench: name, ...figure }) : words(figure));
  }
}

function words({ name, value, unit, ratio, most }: Figure): string {
  const figure = `${name.padEnd(56)} ${value.toFixed(1).padStart(10)} ${unit}`;
  const bar = most === undefined ? '' : `${value <= most ? 'within' : 'OVER'} ${most}`;
  const beside = ratio ? `${ratio.value.toPrecision(2)} of ${ratio.to}` : '';
  return `${figure.padEnd(74)} ${bar.padEnd(14)} ${beside}`.trimEnd();
}

await main();
