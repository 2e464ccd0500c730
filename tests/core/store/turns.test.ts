import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Turns } from '../../../electron/core/store/turns';

it('runs all, in order, and never more at once than it may', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 12 }),
      async (scheduler, most, tasks) => {
        const turns = new Turns(most);
        const started: number[] = [];
        let running = 0;
        const results = tasks.map((succeeds, at) =>
          turns.take(async () => {
            started.push(at);
            running++;
            expect(running).toBeLessThanOrEqual(most);
            await scheduler.schedule(Promise.resolve());
            running--;
            if (!succeeds) throw new Error('failed');
            return at;
          }),
        );
        const settled = await scheduler.waitFor(Promise.allSettled(results));
        await turns.settled();
        expect(started).toEqual(tasks.map((_, at) => at));
        expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(tasks);
      },
    ),
  );
});
