import { stopFinding, useFinding } from '../state/finding';
import { BUSY } from '../state/turning';
import { useView } from '../state/view';

/**
 * Hears keys in the frame's page that its browser would use by itself. All others come to renderer/commands by way of the
 * main process.
 */
export function hearKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && useFinding.getState().isOpen) stopFinding();
    else if (event.key === 'Escape') leaveArticle();
    // Space pages by a command, which knows what comes after the end.
    if (event.key === ' ' && !page.activeElement?.matches(BUSY)) event.preventDefault();
  });
}

/** Back to the list, to the row of the open article. */
export function leaveArticle(): void {
  useView.setState({ pane: 'list' });
  document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus();
}
