import type { Command } from './command';

const LIBRARY = '  --library DIR  the library; CARAVAN_LIBRARY does the same (the window’s own unless told otherwise)';
const SHARED = ['  --json         the machine form on stdout', '  --help         this text'];

/** What Caravan understands. */
export function help(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return ['Usage: node out/cli.js COMMAND', '', ...rows, '', 'Every command takes', LIBRARY, ...SHARED].join('\n');
}

/** How one command is used. */
export function helpFor({ name, usage, summary, needsNoLibrary }: Command): string {
  const shared = needsNoLibrary ? SHARED : [LIBRARY, ...SHARED];
  return [`Usage: node out/cli.js ${name} ${usage}`.trimEnd(), '', summary, '', ...shared].join('\n');
}
