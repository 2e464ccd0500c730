import { ask } from './ask';
import type { Command } from './command';

export const refresh: Command = {
  name: 'refresh',
  usage: '',
  summary: 'Fetch what is new in all feeds. Ctrl+C stops it; what has come stays.',
  options: {},
  async run(args, context) {
    args.words(0, 0);
    const library = await context.library();
    library.on('refresh.progress', ({ running, done, total, failed, newArticles }) => {
      if (running) context.tell(`${done} of ${total} feeds, ${failed} failed, ${newArticles} new articles`);
    });
    const stop = (): void => void ask(library, 'refresh.cancel', {});
    process.once('SIGINT', stop);
    const report = await ask(library, 'refresh.start', { feedIds: null });
    process.off('SIGINT', stop);
    const { feeds, updated, notModified, failed, newArticles, changedArticles, bytes, ms } = report;
    const rows = failed.map(({ url, message }) => `${url}: ${message}`);
    return {
      json: { feeds, updated, notModified, failed, newArticles, changedArticles, bytes, ms },
      text: [
        `${feeds} feeds: ${updated} updated, ${notModified} as before, ${failed.length} failed`,
        `${newArticles} new articles, ${changedArticles} changed, ${bytes} bytes in ${ms} ms`,
        ...rows,
      ].join('\n'),
      isFailure: feeds > 0 && failed.length === feeds,
    };
  },
};
