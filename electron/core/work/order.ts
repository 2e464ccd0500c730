import type { Result } from '../../contract/failures';
import type { Tasks } from './tasks';

/** What a worker is sent: one task with its arguments. It answers with an {@link Outcome} and then takes the next. */
export interface Order {
  task: keyof Tasks;
  input: unknown[];
}

export type Outcome = Result<unknown>;
