/** What is to be done once the key is let go. */
let waiting: (() => void) | null = null;
let isHeld = false;

/** Runs at once, or when the key that is held down is let go; of several only the last. */
export function whenReleased(run: () => void): void {
  if (isHeld) waiting = run;
  else run();
}

function release(): void {
  isHeld = false;
  const run = waiting;
  waiting = null;
  run?.();
}

/** Hears whether a key is held down. Call once. */
export function watchHeldKey(): void {
  addEventListener(
    'keydown',
    ({ repeat }) => {
      if (repeat) isHeld = true;
      else release();
    },
    { capture: true },
  );
  for (const end of ['keyup', 'pointerdown']) addEventListener(end, release, { capture: true });
  // Of the window, not of what is in it: what has the focus changes with each step.
  addEventListener('blur', release);
}
