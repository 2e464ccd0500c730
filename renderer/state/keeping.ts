import { useSyncExternalStore } from 'react';
import type { KeepingState } from '../../electron/contract/model';
import { ask, on } from '../caravan';
import { tellFailure } from './notice';
import { useOverviewPart } from './overview';

let progress: KeepingState | null = null;

function watchProgress(changed: () => void): () => void {
  return on('keeping.progress', (state) => {
    progress = state;
    changed();
  });
}

const known = ({ keeping }: { keeping: KeepingState }) => keeping;

/** How keeping articles for later goes; undefined until the library has answered. */
export function useKeeping(): KeepingState | undefined {
  const first = useOverviewPart(known);
  return useSyncExternalStore(watchProgress, () => progress) ?? first;
}

export const stopKeeping = (): void => void ask('keeping.stop', {}).catch(tellFailure);
export const startKeeping = (): void => void ask('keeping.start', {}).catch(tellFailure);
