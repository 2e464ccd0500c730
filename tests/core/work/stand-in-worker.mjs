// A worker that speaks as Caravan's does and does what the text of a `sanitise` order tells it to.
import { appendFileSync } from 'node:fs';
import { parentPort, threadId } from 'node:worker_threads';

const meeting = new BroadcastChannel('stand-in-workers');

const DEEDS = {
  thread: () => threadId,
  echo: (value) => value,
  hang: () => {
    for (;;);
  },
  exit: () => process.exit(0),
  crash: () =>
    new Promise(() => {
      setImmediate(() => {
        throw new Error('crashed');
      });
    }),
  // Takes all the memory that a thread may have.
  gorge: () => {
    const taken = [];
    for (;;) taken.push(Array.from({ length: 100_000 }, Math.random));
  },
  fail: () => {
    throw { code: 'not-a-feed', message: '', detail: { url: 'https://news.example', reason: 'a page' } };
  },
  note: (file) => appendFileSync(file, `${threadId}\n`),
  // Ends only when another thread is at the same point at the same time.
  meet: () =>
    new Promise((resolve) => {
      meeting.onmessage = ({ data }) => {
        if (data === 'hello') meeting.postMessage('hello back');
        resolve('met');
      };
      meeting.postMessage('hello');
    }),
};

parentPort.on('message', async ({ input }) => {
  try {
    const [deed, value] = input;
    parentPort.postMessage({ ok: true, value: await (DEEDS[deed] ?? DEEDS.echo)(deed in DEEDS ? value : input) });
  } catch (failure) {
    parentPort.postMessage({ ok: false, failure });
  }
});
