import { run } from './cli/run';
import { startFinder } from './core/work/finder-thread';
import { startWorkers } from './core/work/worker-pool';

/** A reader such as `head` that has seen enough closes the pipe: that is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

const work = startWorkers(new URL('./worker.js', import.meta.url));
process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  work,
  finder: startFinder(new URL('./finder.js', import.meta.url)),
  print: (line) => process.stdout.write(`${line}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
});
await work.close();
