import { add } from './add';
import { archive } from './archive';
import { backup } from './backup';
import type { Command } from './command';
import { extract } from './extract';
import { feeds } from './feeds';
import { list } from './list';
import { MARKING } from './mark';
import { parse } from './parse';
import { refresh } from './refresh';
import { restore } from './restore';
import { sanitise } from './sanitise';
import { search } from './search';
import { show } from './show';
import { stats } from './stats';
import { cleanUp, storage } from './storage';
import { exportFeeds, importFeeds } from './transfer';
import { pack, trips, unpack } from './trips';
import { verify } from './verify';

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  parse,
  extract,
  sanitise,
  importFeeds,
  exportFeeds,
  add,
  refresh,
  feeds,
  list,
  search,
  show,
  ...MARKING,
  pack,
  trips,
  unpack,
  backup,
  restore,
  archive,
  stats,
  storage,
  cleanUp,
  verify,
];
