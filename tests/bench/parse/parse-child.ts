import Parser from 'rss-parser';
import { parseFeed } from '../../../electron/core/parsing/feed';
import { tasks } from '../../../electron/core/work/tasks';
import { answer, median, timed } from '../store/measured';
import { type MadeFormat, madeFeed } from './made-feeds';

// Reads one made feed again and again, from its bytes: Caravan, rss-parser alone, and Caravan with what the list shows. In turn, so that a busy moment of the machine hits all.
const [format = 'rss', items = '', rounds = ''] = process.argv.slice(2);
const WARM_UPS = 2;

const bytes = madeFeed(format as MadeFormat, Number(items));
const source = { contentType: 'application/xml', url: 'https://news.example/feed' };
const times = { ours: [] as number[], peer: [] as number[], read: [] as number[] };

for (let round = -WARM_UPS; round < Number(rounds); round++) {
  const peer = await timed(() => new Parser().parseString(new TextDecoder().decode(bytes)));
  const ours = await timed(() => parseFeed(bytes, source));
  const read = await timed(() => tasks.readFeed(bytes, source));
  if (round < 0) continue;
  times.peer.push(peer);
  times.ours.push(ours);
  times.read.push(read);
}
answer({ bytes: bytes.length, ours: median(times.ours), peer: median(times.peer), read: median(times.read) });
