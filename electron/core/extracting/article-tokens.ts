import { BLOCKS, DROPPED, VOID } from './allowed';
import { type HtmlReader, readHtml } from './html-tokens';

const DRAWINGS: ReadonlySet<string> = new Set(['svg', 'math']);
const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video']);

/**
 * As {@link readHtml}, but without the content of what is no text: scripts, styles, drawings, forms' parts. Such an
 * element is told of as an empty one; of a player's content its sources are told.
 */
export function readArticle(html: string, reader: HtmlReader): void {
  /** The dropped element being read over, and how many of its name are open. */
  let dropped = '';
  let depth = 0;

  /** A paragraph ends a drawing that was never closed, as it does in a browser. */
  const breaksOut = (name: string): boolean => DRAWINGS.has(dropped) && BLOCKS.has(name);

  readHtml(html, {
    open(name, attributes, isClosed) {
      if (depth > 0 && breaksOut(name)) depth = 0;
      if (depth === 0) {
        const isDropped = DROPPED.has(name);
        reader.open?.(name, attributes, isClosed || isDropped || VOID.has(name));
        if (isDropped && !isClosed) {
          dropped = name;
          depth = 1;
        }
      } else if (name === 'source' && PLAYERS.has(dropped)) {
        reader.open?.(name, attributes, true);
      } else if (name === dropped && !isClosed) {
        depth++;
      }
    },
    close(name) {
      if (depth === 0) reader.close?.(name);
      else if (name === dropped) depth--;
    },
    text(text) {
      if (depth === 0) reader.text?.(text);
    },
  });
}
