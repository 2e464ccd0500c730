import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { createLibrary } from '../../../electron/core/library';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';

// Goes on packing what the library in this folder is to pack, until it is killed. It tells how many articles are ready.
const folder = process.argv[2] ?? '';
const library = await createLibrary({ folder, fetch: nodeFetch, work: workInThisThread });
const tell = (ready: number): void => void process.stdout.write(`${ready}\n`);
library.on('trip.progress', ({ ready }) => tell(ready));
for (const { id, ready } of await library.handlers['trips.list']({})) {
  tell(ready);
  await library.handlers['trips.resume']({ id });
}
