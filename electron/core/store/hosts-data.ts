import * as v from 'valibot';
import type { HostMemory } from '../../contract/extracted-page';
import { NO_BYTES, type Shape } from './safe-json-file';

const Memory: v.GenericSchema<HostMemory> = v.object({
  pages: v.number(),
  addresses: v.array(v.string()),
  blocks: v.array(v.tuple([v.string(), v.number()])),
});
const Hosts = v.object({ hosts: v.array(v.tuple([v.string(), Memory])) });

/** What hosts repeat on their pages, the host that was visited last at the end. */
export type Hosts = v.InferOutput<typeof Hosts>;

export const NO_HOSTS: Hosts = { hosts: [] };

/** At some 10 KB each. */
const MOST_HOSTS = 100;

export const memoryOf = ({ hosts }: Hosts, host: string): HostMemory | undefined =>
  hosts.find(([name]) => name === host)?.[1];

/** With what is known of a host now; the one that was not visited for longest is forgotten. */
export const withMemory = ({ hosts }: Hosts, host: string, memory: HostMemory): Hosts => ({
  hosts: [...hosts.filter(([name]) => name !== host), [host, memory] as [string, HostMemory]].slice(-MOST_HOSTS),
});

/** hosts.json: what a crash loses of it is learnt again, so one generation is enough. */
export const hostsShape: Shape<Hosts> = {
  version: 1,
  keepsPrevious: false,
  encode: (hosts) => ({ value: hosts, bytes: NO_BYTES }),
  decode: ({ value }) => v.parse(Hosts, value),
};
