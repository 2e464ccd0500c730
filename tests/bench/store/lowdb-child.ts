import { existsSync } from 'node:fs';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { madeArticle, madeFeeds } from './made-articles';
import { answer, median, memory, timed, watched, written } from './measured';

// The peer: the same articles in one file of lowdb as it comes. What it writes is not synced to the disk.
interface Peer {
  articles: ({ read: boolean } & object)[];
}
const [file = '', articles = '', withTexts = ''] = process.argv.slice(2);
const MARKS = 3;

function* made(): Iterable<Peer['articles'][number]> {
  for (const feed of madeFeeds(Number(articles))) {
    for (let n = feed.from; n < feed.from + feed.count; n++) {
      const { header, body } = madeArticle(feed, n);
      yield withTexts === 'texts' ? { ...header, ...body } : header;
    }
  }
}

async function measure() {
  const db = new Low<Peer>(new JSONFile(file), { articles: [] });
  const opening = await watched(() => db.read());
  const weight = memory();
  const before = await written();
  const marks: number[] = [];
  for (let n = 0; n < MARKS; n++) {
    const article = db.data.articles[n * 7];
    if (article) article.read = !article.read;
    marks.push(await timed(() => db.write()));
  }
  const bytes = ((await written()).bytes - before.bytes) / MARKS;
  const isRead = !db.data.articles[1]?.read;
  const markAll = await watched(async () => {
    for (const article of db.data.articles) article.read = isRead;
    await db.write();
  });
  return { ...opening, ...weight, mark: median(marks), bytes, markAll: markAll.ms, markAllBlock: markAll.block };
}

if (existsSync(file)) answer(await measure());
else {
  const db = new Low<Peer>(new JSONFile(file), { articles: [...made()] });
  answer({ ms: await timed(() => db.write()) });
}
