import type { ParseArgsConfig } from 'node:util';
import type { Library } from '../core/library';
import type { Work } from '../core/work/work';
import type { Arguments } from './arguments';

/** What a command can lean on. The library is opened when it is first asked for. */
export interface Context {
  work: Work;
  /** Where the library lies: for what is done to one that is closed. */
  folder: string;
  library(): Promise<Library>;
  /** One line on stdout, at once: for what comes bit by bit. */
  print(line: string): void;
  /** What is no result: progress, on stderr. */
  tell(text: string): void;
}

/** A result twice: for programs and for people. */
interface Answer {
  json: unknown;
  text: string;
  /** Makes the exit code say that it went wrong. */
  isFailure?: boolean;
}

/** One word that `node out/cli.js` understands. */
export interface Command {
  name: string;
  /** What follows the name. */
  usage: string;
  summary: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** Works on files alone and never opens a library. */
  needsNoLibrary?: true;
  /** Null when everything is printed already. */
  run(args: Arguments, context: Context): Promise<Answer | null>;
}
