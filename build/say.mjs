/** A failure that the person at the terminal can act on: its message says what is wrong and what to do. */
export class Stop extends Error {}

/** One line about what is being done. On stderr, so that a script's own output stays clean. */
export function say(text) {
  console.error(`> ${text}`);
}

/** Ends a script with the words of a Stop; anything else is our mistake and keeps its stack. */
export function fail(error) {
  console.error(error instanceof Stop ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}
