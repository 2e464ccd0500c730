import type { Fetch } from './fetch';

/** Node's own fetch: for the command line and tests. It knows nothing of the system's proxy and certificates. */
export const nodeFetch: Fetch = (url, { headers, signal }) => fetch(url, { headers, signal, redirect: 'manual' });
