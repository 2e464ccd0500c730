import { Fault } from '../contract/failures';
import { fold } from '../contract/fold';
import type { TripEstimate, TripPlan, TripSummary } from '../contract/trips';
import type { Library } from '../core/library';
import { ask } from './ask';
import type { Command } from './command';
import { FILTER_OPTIONS, FILTER_USAGE, filterFrom } from './filters';

export const pack: Command = {
  name: 'pack',
  usage: `NAME ${FILTER_USAGE} [--bytes N] [--text-only] [--until DATE] [--dry-run]`,
  summary:
    'Pack what passes the filters of list for a trip, and read it back; a trip of this name is gone on with. Ctrl+C pauses it.',
  options: {
    ...FILTER_OPTIONS,
    bytes: { type: 'string' },
    'text-only': { type: 'boolean' },
    until: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  async run(args, context) {
    const name = args.word();
    const library = await context.library();
    const until = args.date('until');
    const plan: TripPlan = {
      filter: await filterFrom(args, library),
      level: args.has('text-only') ? 'text' : 'full',
      bytes: args.text('bytes') === null ? null : args.number('bytes', 0),
      until,
    };
    if (args.has('dry-run')) {
      const estimate = await ask(library, 'trips.estimate', { plan });
      return { json: dryForm(estimate), text: dryLine(estimate) };
    }
    const known = await tripNamed(library, name);
    if (known) context.tell(`There is a trip ${known.name} already; going on with it.`);
    const done = packed(library, (trip) => context.tell(progressLine(trip)));
    const trip = known ? await goOn(library, known) : await ask(library, 'trips.pack', { name, plan });
    const stop = (): void => void ask(library, 'trips.pause', { id: trip.id });
    process.once('SIGINT', stop);
    await done(trip.id);
    process.off('SIGINT', stop);
    const { json, text, summary } = await report(library, trip.id);
    if (summary.waitsFor === 'offline') context.tell('There is no network. Pack it again once there is one.');
    if (summary.waitsFor === 'full') context.tell('The room for pictures is full. Give them more in the settings.');
    return { json, text, isFailure: summary.ready < summary.articles };
  },
};

export const trips: Command = {
  name: 'trips',
  usage: '',
  summary: 'List the trips and what is packed for each.',
  options: {},
  async run(args, context) {
    args.words(0, 0);
    const library = await context.library();
    const all = await ask(library, 'trips.list', {});
    const reports = [];
    for (const { id } of all) reports.push(await report(library, id));
    return {
      json: { trips: reports.map(({ summary: { id, name, state }, json }) => ({ id, name, state, ...json })) },
      text: reports.map(({ summary, text }) => `${summary.name}: ${text}`).join('\n'),
    };
  },
};

export const unpack: Command = {
  name: 'unpack',
  usage: 'NAME',
  summary: 'End a trip. What was packed stays until a clean-up or the room for pictures wants it.',
  options: {},
  async run(args, context) {
    const name = args.word();
    const library = await context.library();
    const trip = await tripNamed(library, name);
    if (!trip) throw new Fault('unknown-trip', { id: name });
    const { json, text } = await report(library, trip.id);
    await ask(library, 'trips.release', { id: trip.id });
    return { json, text: `released ${trip.name}: ${text}` };
  },
};

async function tripNamed(library: Library, name: string): Promise<TripSummary | null> {
  const all = await ask(library, 'trips.list', {});
  return all.find((trip) => fold(trip.name) === fold(name)) ?? all.find(({ id }) => id === name) ?? null;
}

async function goOn(library: Library, { id, failed }: TripSummary): Promise<TripSummary> {
  if (failed > 0) await ask(library, 'trips.retry', { id, articles: null });
  return ask(library, 'trips.resume', { id });
}

/** Listens from now on; the answer waits until a trip is packed and read back, or stands still. */
function packed(library: Library, tell: (trip: TripSummary) => void): (id: string) => Promise<void> {
  let wake = (): void => {};
  library.on('trip.progress', (trip) => {
    tell(trip);
    wake();
  });
  library.on('trips.changed', () => wake());
  return async (id) => {
    for (;;) {
      const next = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const trip = (await ask(library, 'trips.list', {})).find((each) => each.id === id);
      const isUnderWay = trip && (trip.state === 'packing' || (trip.state !== 'paused' && trip.verified === null));
      if (!isUnderWay || trip.waitsFor !== null) return;
      await next;
    }
  };
}

interface TripForm {
  articles: number;
  ready: number;
  failed: { id: string; message: string }[];
  images: number;
  bytes: number;
  ms: number;
}

async function report(library: Library, id: string): Promise<{ summary: TripSummary; json: TripForm; text: string }> {
  const { failures, ...summary } = await ask(library, 'trips.open', { id });
  const { articles, ready, pictures, bytes, ms, state } = summary;
  const failed = failures.map(({ id: article, failure }) => ({ id: article, message: failure.message }));
  const rows = failures.map(({ title, failure }) => `  ${title}: ${failure.message}`);
  const line = `${state}: ${ready} of ${articles} articles, ${pictures} pictures, ${bytes} bytes`;
  return {
    summary,
    json: { articles, ready, failed, images: pictures, bytes, ms: Math.round(ms) },
    text: [line, ...rows].join('\n'),
  };
}

const progressLine = ({ ready, failed, articles, bytes }: TripSummary): string =>
  `${ready + failed} of ${articles} articles, ${failed} failed, ${bytes} bytes`;

/** An estimate in the shape of a result; what was never measured takes no time. */
const dryForm = ({ articles, here, pictures, bytes, bytesToFetch, ms, leftOut }: TripEstimate): object => ({
  articles,
  ready: here,
  failed: [],
  images: pictures,
  bytes,
  ms,
  toFetch: bytesToFetch,
  leftOut,
});

function dryLine({ articles, here, pictures, bytes, bytesToFetch, ms, leftOut }: TripEstimate): string {
  const time = ms === null ? 'no speed was measured yet' : `about ${Math.ceil(ms / 1000)} s`;
  const left = leftOut > 0 ? `; no room for ${leftOut} older ones` : '';
  return `${articles} articles, ${here} of them here, about ${pictures} pictures and ${bytes} bytes, of which ${bytesToFetch} to fetch, ${time}${left}`;
}
