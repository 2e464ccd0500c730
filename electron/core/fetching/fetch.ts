/**
 * The port to the network: one hop. It never follows a redirect, sends these headers, no cookies and nothing from a
 * cache, decodes gzip and br, and rejects with the signal's reason when that aborts, before the answer or within its body.
 */
export type Fetch = (url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Response>;
