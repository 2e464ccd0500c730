import { once } from 'node:events';
import { toFailure } from '../../../electron/contract/failures';
import { openStore } from '../../../electron/core/store/store';

// Opens a library when told to, says how that went, and holds it until it is killed.
const [folder = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
try {
  await openStore({ folder, recovered: () => {} });
  process.stdout.write('opened\n');
} catch (error) {
  process.stdout.write(`${toFailure(error).code}\n`);
}
setInterval(() => {}, 60_000);
