import type { FeedFormat } from '../../contract/parsed-feed';
import type { Base } from './addresses';

/** What an item takes over from its feed. */
export interface FeedContext {
  format: FeedFormat;
  base: Base;
  language: string | null;
  author: string | null;
}
