import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../electron/contract/failures';
import type { Work } from '../../../electron/core/work/work';
import { startWorkers, type WorkerOptions } from '../../../electron/core/work/worker-pool';

const SCRIPT = new URL('./stand-in-worker.mjs', import.meta.url);

const opened: Work[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((work) => work.close()));
});

function start(options: WorkerOptions): Work {
  const work = startWorkers(SCRIPT, options);
  opened.push(work);
  return work;
}

const failureOf = async (answer: Promise<unknown>): Promise<unknown> => {
  const thrown = await answer.catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(Fault);
  return (thrown as Fault).failure;
};

describe('startWorkers', () => {
  it('starts no thread before the first task, and keeps it for the next', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'caravan-work-'));
    const notes = path.join(folder, 'notes');
    const work = start({ workers: 2 });
    await work.sanitise('note', notes);
    await work.sanitise('note', notes);
    const threads = (await readFile(notes, 'utf8')).trim().split('\n');
    expect(threads).toHaveLength(2);
    expect(new Set(threads).size).toBe(1);
    await rm(folder, { recursive: true });
  });

  it('does as many tasks at once as it has threads', async () => {
    const work = start({ workers: 2 });
    await expect(Promise.all([work.sanitise('meet', null), work.sanitise('meet', null)])).resolves.toEqual([
      'met',
      'met',
    ]);
  });

  it('does what waits in the order it came', async () => {
    const work = start({ workers: 1 });
    const done: string[] = [];
    const tasks = ['a', 'b', 'c', 'd'].map(async (name) => {
      done.push(await work.sanitise('echo', name));
    });
    await Promise.all(tasks);
    expect(done).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives a failure back as the Fault that it was', async () => {
    const failure = await failureOf(start({ workers: 1 }).sanitise('fail', null));
    expect(failure).toMatchObject({ code: 'not-a-feed', detail: { url: 'https://news.example', reason: 'a page' } });
    expect(failure).toHaveProperty('message', 'https://news.example is not a feed (a page).');
  });

  it('hands bytes over whole and leaves them with the caller', async () => {
    const work = start({ workers: 1 });
    const bytes = new Uint8Array([0, 1, 2, 3, 4]).subarray(1, 4);
    const [received] = (await work.readOpml(bytes)) as unknown as [Uint8Array];
    expect([...received]).toEqual([1, 2, 3]);
    expect([...bytes]).toEqual([1, 2, 3]);
  });

  it('ends a task that takes too long, alone', async () => {
    const work = start({ workers: 2, timeoutMs: 2_000 });
    const [hung, fine, later] = await Promise.all([
      failureOf(work.sanitise('hang', 'https://slow.example')),
      work.sanitise('echo', 'one'),
      work.sanitise('echo', 'two'),
    ]);
    expect(hung).toMatchObject({
      code: 'malformed',
      detail: { url: 'https://slow.example', reason: 'it took too long to read' },
    });
    expect([fine, later]).toEqual(['one', 'two']);
  });

  it.each(['hang', 'exit', 'crash'])('replaces a thread after “%s”', async (deed) => {
    const work = start({ workers: 1, timeoutMs: 2_000 });
    const before = await work.sanitise('thread', null);
    const broken = failureOf(work.sanitise(deed, null));
    const after = work.sanitise('thread', null);
    expect(await broken).toMatchObject({ code: 'malformed' });
    expect(await after).not.toBe(before);
  });

  it('outlives a thread that takes all its memory', { timeout: 60_000 }, async () => {
    const work = start({ workers: 1, timeoutMs: 50_000 });
    const broken = failureOf(work.sanitise('gorge', 'https://big.example'));
    expect(await work.sanitise('echo', 'next')).toBe('next');
    expect(await broken).toMatchObject({ code: 'malformed', detail: { url: 'https://big.example' } });
  });

  it('says of a list that it is the list that is broken', async () => {
    const work = startWorkers(new URL('./no-such-worker.mjs', import.meta.url), { workers: 1 });
    opened.push(work);
    expect(await failureOf(work.readOpml(new Uint8Array()))).toMatchObject({ code: 'not-opml' });
  });

  it('cancels what runs and what waits when it is closed, and takes no more', async () => {
    const work = start({ workers: 1 });
    await work.sanitise('echo', 'warm');
    const running = failureOf(work.sanitise('hang', null));
    const waiting = failureOf(work.sanitise('echo', 'never'));
    await work.close();
    expect(await running).toMatchObject({ code: 'cancelled' });
    expect(await waiting).toMatchObject({ code: 'cancelled' });
    expect(await failureOf(work.sanitise('echo', 'late'))).toMatchObject({ code: 'cancelled' });
  });
});
