// npm run bench -- NAME [--articles N] [--feeds N] [--json]: prints figures; asserts nothing.
import { parseArgs } from 'node:util';
import { start } from './start';

export interface BenchOptions {
  articles: number;
  feeds: number;
}

/** What was measured: a name, a number, its unit, and, where there is one, its ratio to a peer of the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  ratio?: { to: string; value: number };
}

const benches: Record<string, (options: BenchOptions) => Promise<Figure[]>> = { start };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: 'string', default: '10000' },
      feeds: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
    },
  });
  const names = positionals.includes('all') || positionals.length === 0 ? Object.keys(benches) : positionals;
  const options = { articles: Number(values.articles), feeds: Number(values.feeds) };
  for (const name of names) {
    const bench = benches[name];
    if (!bench) throw new Error(`There is no benchmark ${name}. There are: ${Object.keys(benches).join(', ')}, all.`);
    for (const figure of await bench(options))
      console.log(values.json ? JSON.stringify({ bench: name, ...figure }) : words(figure));
  }
}

const words = ({ name, value, unit, ratio }: Figure): string =>
  `${name.padEnd(44)} ${value.toFixed(1).padStart(10)} ${unit}${ratio ? `   ${ratio.value.toFixed(2)} of ${ratio.to}` : ''}`;

await main();
