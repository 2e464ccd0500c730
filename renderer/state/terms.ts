import type { Filter, Term } from '../../electron/contract/model';

export const sameTerm = (one: Term, other: Term): boolean =>
  one.kind === other.kind && one.value.toLowerCase() === other.value.toLowerCase();

export const isEverything = (filter: Filter): boolean =>
  filter.all.length + filter.any.length + filter.none.length === 0 && filter.text === '' && filter.since === null;
