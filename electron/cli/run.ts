import { toFailure } from '../contract/failures';
import { nodeFetch } from '../core/fetching/node-fetch';
import { createLibrary, defaultLibraryFolder, type Library } from '../core/library';
import type { Log } from '../core/log';
import type { Finder } from '../core/work/finder';
import type { Work } from '../core/work/work';
import { Arguments, UsageError } from './arguments';
import type { Command, Context } from './command';
import { COMMANDS } from './commands';
import { help, helpFor } from './help';

/** Where the program writes, and what it is made of. */
export interface Ports {
  env: NodeJS.ProcessEnv;
  work: Work;
  finder?: Finder;
  print(line: string): void;
  tell(text: string): void;
}

const SUCCESS = 0;
const FAILURE = 1;
const MISUSE = 2;

/** Runs one command; answers the exit code. Nothing is thrown: what went wrong is told. */
export async function run(args: string[], ports: Ports): Promise<number> {
  const [name, ...rest] = commandFirst(args);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    ports.print(help(COMMANDS));
    return name === undefined ? MISUSE : SUCCESS;
  }
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) {
    ports.tell(`There is no command “${name}”. --help lists them.`);
    return MISUSE;
  }
  try {
    return await runCommand(command, new Arguments(rest, command.options), ports);
  } catch (thrown) {
    const isMisuse = thrown instanceof UsageError;
    ports.tell(isMisuse ? `${thrown.message} Try: node out/cli.js ${name} --help` : toFailure(thrown).message);
    return isMisuse ? MISUSE : FAILURE;
  }
}

/** What every command takes, such as `--library DIR`, may stand before its name as well. */
function commandFirst(args: string[]): string[] {
  const at = args.findIndex((word, n) => !word.startsWith('-') && args[n - 1] !== '--library');
  return at <= 0 ? args : [...args.slice(at, at + 1), ...args.slice(0, at), ...args.slice(at + 1)];
}

async function runCommand(
  command: Command,
  args: Arguments,
  { env, work, finder, print, tell }: Ports,
): Promise<number> {
  if (args.has('help')) {
    print(helpFor(command));
    return SUCCESS;
  }
  let library: Promise<Library> | null = null;
  const folder = args.text('library') ?? (env.CARAVAN_LIBRARY || defaultLibraryFolder(env));
  const context: Context = {
    work,
    folder,
    print,
    tell,
    library: () => {
      library ??= createLibrary({
        folder,
        fetch: nodeFetch,
        work,
        ...(finder && { finder }),
        log: logTo(tell),
      });
      return library;
    },
  };
  try {
    const answer = await command.run(args, context);
    const line = answer && (args.has('json') ? JSON.stringify(answer.json) : answer.text);
    if (line) print(line);
    return answer?.isFailure ? FAILURE : SUCCESS;
  } finally {
    await closed(library);
  }
}

/** A library that could not be opened has told why already, and needs no closing. */
async function closed(library: Promise<Library> | null): Promise<void> {
  const opened = await library?.catch(() => null);
  await opened?.close();
}

const logTo = (tell: (text: string) => void): Log => {
  const telling: Log['warn'] = (message, facts = {}) =>
    tell([message, ...Object.values(facts).map(String)].join(' · '));
  return { info: () => {}, warn: telling, error: telling };
};
