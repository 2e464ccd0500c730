import type { Result } from '../../contract/failures';
import type { Tasks } from './tasks';

/** What a worker is sent: one task with its arguments. It answers with an {@link Outcome} and then takes the next. */
export interface Order {
  task: keyof Tasks;
  input: unknown[];
}

/** `items`: those of a feed come beside it, as {@link packed} gives them. */
export type Outcome = Result<unknown> & { items?: Uint8Array<ArrayBuffer>[] };
