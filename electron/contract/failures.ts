/**
 * Failures are values: a code that the window puts into the reader's language, an English message that
 * says what failed and what to do (for the command line and the log), and the facts in `detail`.
 */
export interface Failure {
  code: FailureCode;
  message: string;
  detail: FailureDetail;
}
export type FailureDetail = Record<string, string | number>;

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Every way in which Caravan fails, with its message. `{name}` is filled from the detail. */
export const FAILURE_MESSAGES = {
  'not-an-address': '“{address}” is not a web address. Type one such as https://example.org.',
  'blocked-port': 'Port {port} of {host} is kept for something other than the web. Check the address.',
  'no-feed-found': '{url} is a page that offers no feed. Look for a link named RSS, Atom or Feed on the site.',
  'already-subscribed': 'You already follow {title}.',
  offline: 'There is no network. {url} is fetched as soon as there is one.',
  'host-not-found': 'No computer answers to the name {host}. Check the spelling, or whether the site has moved.',
  'connection-refused': '{host} refused the connection. The site may be down; Caravan tries again later.',
  'connection-cut': '{host} cut the connection before all had arrived. What was there is kept.',
  blocked:
    'The connection to {host} is cut before it can begin, which is what a filter on the way does. If other sites work, another way there may help, such as a proxy.',
  'blocked-by-law':
    '{host} may not show this where you are, by law ({status}). Another way there may help, such as a proxy.',
  'captive-portal': 'This network wants you to sign in first. Open any page in a browser, sign in, and refresh.',
  'proxy-unreachable':
    'The proxy ({proxy}) cannot be reached: {reason}. Check that it runs, and its address in the settings.',
  'proxy-refused': 'The proxy ({proxy}) did not let Caravan through to {host}: {reason}.',
  'certificate-invalid':
    'The certificate of {host} is not valid, so the connection is not safe. A network that wants you to sign in first can be the cause too.',
  'timed-out': '{host} took longer than {seconds} seconds. The site may be slow; Caravan tries again later.',
  'too-large': '{url} is larger than {megabytes} MB and was stopped. This is hardly a feed.',
  'too-many-redirects': '{url} leads round in a circle or through more than {most} addresses.',
  moved: 'The feed is at {url} now; Caravan follows it there.',
  'bad-redirect': '{host} sends us on to “{address}”, which is no web address. Only its publisher can mend that.',
  'private-address':
    '{host} leads to {address}, inside your own computer or network. Caravan goes there only when you typed that address yourself.',
  'not-found': '{url} is not there any more (404). Look on the site for the feed’s new address.',
  gone: 'The publisher has ended this feed (410). What you have is kept.',
  forbidden: '{host} does not let this program in ({status}). Open the site in a browser, or ask the publisher.',
  'password-needed': '{host} asks for a user name and a password ({status}).',
  'password-wrong': '{host} does not accept this user name and password ({status}).',
  'too-many-requests': '{host} asks to be left alone for a while ({status}). Caravan waits.',
  'server-error': '{host} has a fault of its own ({status}). Caravan tries again later.',
  'unexpected-status': '{host} answered with status {status}, which is neither a feed nor an error Caravan knows.',
  'not-a-feed': '{url} is not a feed ({reason}).',
  malformed: '{url} is a feed, but broken: {reason}.',
  'no-article': '{url} has no article that could be kept ({reason}). Open the page itself.',
  'page-too-large': '{url} is too large to be made an article: {reason}. Open the page itself.',
  'not-playable': '{host} sends something other than sound or pictures ({type}). Open it outside.',
  'not-a-picture': '{url} is not a picture. Open the original to see what is there.',
  'picture-too-large': '{url} is too large to be kept. Open the original to see it.',
  'pictures-full': 'The room for pictures is full. Give them more in the settings, or let articles go.',
  'unknown-trip': 'There is no such trip in this library ({id}).',
  'trip-name-taken': 'There is a trip named {name} already. Choose another name.',
  'trip-empty': 'Nothing passes these filters, so there is nothing to pack. Take more, or go further back.',
  'trip-is-full': 'The trip has no room for this article. Give it more, or take less.',
  'trip-article-gone': 'The article is no longer in this library.',
  'trip-text-missing': 'Only the beginning of this article could be had. Open the original while there is a network.',
  'trip-text-damaged': 'Its text could not be read back from the disk. Pack it again.',
  'trip-pictures-damaged': '{count} of its pictures could not be read back from the disk. Pack it again.',
  'not-opml': 'This file is not an OPML list of feeds ({reason}). Nothing was changed.',
  'broken-row': '{reason}.',
  'nothing-to-ask': 'Follow a feed on another computer first: its server is what a proxy is tested with.',
  'unknown-feed': 'There is no such feed in this library ({id}).',
  'unknown-folder': 'There is no such folder in this library ({id}).',
  'folder-in-itself': 'The folder {name} cannot lie in itself, nor in one that lies in it.',
  'unknown-article': 'There is no such article in this library ({id}).',
  'unknown-undo': 'This can no longer be undone.',
  'file-unreadable': '{file} cannot be read: {reason}.',
  'file-unwritable': '{file} cannot be written: {reason}. What was there before is left as it was.',
  'cannot-print': 'The article could not be printed: {reason}.',
  'library-in-use': 'The library {folder} is open in another Caravan (process {pid}). Close that one first.',
  'library-unwritable':
    'The library {folder} cannot be written: {reason}. Nothing is lost; free some space or change the permissions and try again.',
  'library-damaged': '{file} in the library is damaged: {reason}. It was left as it is.',
  'text-lost':
    'The text of this article was damaged on the disk and put aside. It is fetched again at the next refresh, where the publisher still has it.',
  'library-newer': 'The library {folder} was written by a newer Caravan. Update this one to open it.',
  'unknown-backup': 'There is no backup {name} in this library, or it was never completed.',
  'backup-damaged': 'The backup {name} is damaged: {file}: {reason}. Nothing was changed; restore another one.',
  'backup-newer': 'The backup {name} was made by a newer Caravan. Update this one to restore it.',
  'not-an-archive': '{file} is not an archive of Caravan ({reason}). Nothing was changed.',
  'archive-damaged': 'The archive {file} is damaged: {reason}. Nothing was changed.',
  'archive-newer': 'The archive {file} was written by a newer Caravan. Update this one to open it.',
  'archive-unwritable': 'The archive {file} cannot be written: {reason}. What was there before is left as it was.',
  'invalid-input': 'Caravan was asked for {call} in a way it does not know: {reason}.',
  cancelled: 'Stopped, as you asked.',
  'working-offline':
    'Caravan is working offline, so nothing was asked of anybody. Switch “Work offline” off to use the network.',
  unexpected: 'Something went wrong inside Caravan: {reason}.',
} as const;
export type FailureCode = keyof typeof FAILURE_MESSAGES;

/** A text with its holes filled from the detail. */
export const filled = (text: string, detail: FailureDetail): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? '?'));

/** Builds a failure with its message filled from the detail. */
export const failure = (code: FailureCode, detail: FailureDetail = {}): Failure => ({
  code,
  message: filled(FAILURE_MESSAGES[code], detail),
  detail,
});

/** A failure on its way up the stack. Only thrown inside one process; the wire carries the failure itself. */
export class Fault extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, detail: FailureDetail = {}, cause?: unknown) {
    const built = failure(code, detail);
    super(built.message, { cause });
    this.name = 'Fault';
    this.failure = built;
  }
}

/** The failure inside whatever was thrown; what is no {@link Fault} becomes `unexpected`. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Fault) return thrown.failure;
  return failure('unexpected', { reason: thrown instanceof Error ? thrown.message : String(thrown) });
}

const OF_ONE_ARTICLE: ReadonlySet<string> = new Set([
  'unknown-article',
  'library-damaged',
  'malformed',
  'file-unreadable',
  'unexpected',
]);

/** Whether it is the matter with one article's text or files, and the others need not wait for it. */
export const isOfOneArticle = (code: string): boolean => OF_ONE_ARTICLE.has(code);
