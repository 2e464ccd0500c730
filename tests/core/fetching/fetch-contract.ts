import assert from 'node:assert/strict';
import { type FailureCode, Fault } from '../../../electron/contract/failures';
import type { Fetch } from '../../../electron/core/fetching/fetch';
import { fetchResource } from '../../../electron/core/fetching/http';

export interface ContractCase {
  name: string;
  run(): Promise<void>;
}

/** What every implementation of {@link Fetch} must do, asked of one that speaks to {@link ./contract-server.ts} at `base`. */
export function fetchContract(fetch: Fetch, base: string): ContractCase[] {
  const get = (path: string, headers: Record<string, string> = {}, signal = new AbortController().signal) =>
    fetch(base + path, { headers, signal });
  const textOf = async (path: string): Promise<string> => (await get(path)).text();
  const cases: ContractCase[] = [];
  const it = (name: string, run: () => Promise<void>): void => void cases.push({ name, run });

  it('gives status, headers and body', async () => {
    const response = await get('/plain');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/plain');
    assert.equal(response.headers.get('etag'), '"one"');
    assert.equal(await response.text(), 'hello');
  });

  it('sends the headers that it is given', async () => {
    const headers = {
      'user-agent': 'Caravan/test',
      accept: 'text/x-test',
      'accept-language': '*',
      'if-none-match': '"one"',
      'if-modified-since': 'Mon, 02 Jan 2006 15:04:05 GMT',
      authorization: 'Basic cmVhZGVyOnNlY3JldA==',
    };
    const echoed = (await (await get('/echo', headers)).json()) as Record<string, string>;
    for (const [name, value] of Object.entries(headers)) assert.equal(echoed[name], value, name);
  });

  it('keeps and sends no cookies and no referrer', async () => {
    await textOf('/plain');
    const echoed = (await (await get('/echo')).json()) as Record<string, string>;
    assert.equal(echoed.cookie, undefined);
    assert.equal(echoed.referer, undefined);
  });

  for (const [path, status] of [['/missing', 404] as const, ['/broken', 500] as const, ['/locked', 401] as const]) {
    it(`answers with ${status} rather than failing`, async () => assert.equal((await get(path)).status, status));
  }

  for (const status of [301, 302, 307, 308]) {
    it(`gives a ${status} to the caller instead of following it`, async () => {
      const before = await textOf('/asked?path=/plain');
      const response = await get(`/moved-${status}`);
      assert.equal(response.status, status);
      assert.equal(new URL(response.headers.get('location') ?? '', base).href, `${base}/plain`);
      assert.equal(await textOf('/asked?path=/plain'), before);
    });
  }

  it('gives a 304 with an empty body', async () => {
    const response = await get('/unchanged', { 'if-none-match': '"one"' });
    assert.equal(response.status, 304);
    assert.equal(response.headers.get('etag'), '"one"');
    assert.equal(await response.text(), '');
  });

  it('answers nothing from a cache', async () => {
    await textOf('/fresh');
    await textOf('/fresh');
    assert.ok(Number(await textOf('/asked?path=/fresh')) >= 2);
  });

  for (const coding of ['gzip', 'deflate', 'br', 'zstd']) {
    it(`decodes ${coding}, or does not ask for it`, async () => {
      const { 'accept-encoding': asked = '' } = (await (await get('/echo')).json()) as Record<string, string>;
      assert.ok(coding === 'zstd' || asked.split(', ').includes(coding), asked);
      if (asked.split(', ').includes(coding)) assert.equal(await textOf(`/${coding}`), 'packed');
    });
  }

  for (const path of ['/bare-deflate', '/gzip-twice', '/no-coding']) {
    it(`reads ${path} as browsers do`, async () => assert.equal(await textOf(path), 'packed'));
  }

  it('tells of the bytes as they come', async () => {
    let bytes = 0;
    const signal = new AbortController().signal;
    const response = await fetch(`${base}/plain`, { headers: {}, signal, onBytes: (more) => (bytes += more) });
    await response.text();
    assert.equal(bytes, 5);
  });

  it('asks for the head alone', async () => {
    const response = await fetch(`${base}/plain`, {
      headers: {},
      signal: new AbortController().signal,
      method: 'HEAD',
    });
    assert.equal(response.headers.get('etag'), '"one"');
    assert.equal(await response.text(), '');
  });

  it('takes headers that are no ASCII, and keeps the others', async () => {
    const response = await get('/odd-headers');
    assert.equal(response.headers.get('etag'), '"1"');
    assert.equal(await response.text(), 'ok');
  });

  it('refuses a name that resolves to this computer, unless it may', async () => {
    const named = base.replace('127.0.0.1', 'localhost');
    const signal = new AbortController().signal;
    const fault = await faultOf(fetch(`${named}/plain`, { headers: {}, signal }));
    assert.equal(fault.failure.code, 'private-address');
    const response = await fetch(`${named}/plain`, { headers: {}, signal, mayBePrivate: true });
    assert.equal(await response.text(), 'hello');
    assert.equal((await faultOf(fetch(`${named}/plain`, { headers: {}, signal }))).failure.code, 'private-address');
  });

  it('rejects with the reason when the signal is aborted already', async () => {
    const reason = new Error('stopped before');
    await assert.rejects(get('/plain', {}, AbortSignal.abort(reason)), reason);
  });

  it('rejects with the reason when aborted before the answer, and lets go of the connection', async () => {
    const controller = new AbortController();
    const answer = get('/silent', {}, controller.signal);
    const reason = new Error('stopped while waiting');
    while ((await textOf('/asked?path=/silent')) === '0');
    controller.abort(reason);
    await assert.rejects(answer, reason);
    assert.equal(await textOf('/broken-off?path=/silent'), 'yes');
  });

  it('streams the body, and breaks it off with the reason when aborted', async () => {
    const controller = new AbortController();
    const response = await get('/stalling', {}, controller.signal);
    const reader = response.body?.getReader();
    assert.ok(((await reader?.read())?.value?.byteLength ?? 0) > 0);
    const reason = new Error('stopped in the middle');
    const rest = (async () => {
      while (!(await reader?.read())?.done);
    })();
    controller.abort(reason);
    await assert.rejects(rest, reason);
    assert.equal(await textOf('/broken-off?path=/stalling'), 'yes');
  });

  it('breaks off the transfer when the body is cancelled', async () => {
    const response = await get('/endless');
    await response.body?.cancel();
    assert.equal(await textOf('/broken-off?path=/endless'), 'yes');
  });

  const faults: [string, FailureCode][] = [
    ['/cut-length', 'connection-cut'],
    ['/cut-chunked', 'connection-cut'],
    ['/bad-gzip', 'malformed'],
    ['/odd-status', 'unexpected-status'],
    ['/to-file', 'bad-redirect'],
    ['/to-script', 'bad-redirect'],
    ['/reset', 'connection-cut'],
    ['/gzip-bomb', 'too-large'],
    ['/br-bomb', 'too-large'],
    ['/nested-bomb', 'too-large'],
  ];
  for (const [path, code] of faults) {
    it(`fails on ${path} in a way that is known as ${code}`, () => failsWith(code, fetchResource(fetch, base + path)));
  }

  it('fails on a closed port in a way that is known as connection-refused', async () => {
    const port = await textOf('/closed-port');
    await failsWith('connection-refused', fetchResource(fetch, `http://127.0.0.1:${port}/`));
  });

  it('fails on a proxy that is not there in a way that is known as proxy-unreachable', async () => {
    const port = Number(await textOf('/closed-port'));
    for (const kind of ['http', 'socks5'] as const) {
      const route = { kind, host: '127.0.0.1', port };
      await failsWith('proxy-unreachable', fetchResource(fetch, 'http://news.example/feed', { route }));
    }
  });

  it('fails on a name that cannot exist in a way that is known as having no host or no network', async () => {
    // RFC 6761, 6.4: .invalid is never resolved.
    const fault = await faultOf(fetchResource(fetch, 'http://nobody.invalid/feed'));
    assert.ok(['host-not-found', 'offline'].includes(fault.failure.code), fault.failure.code);
  });

  return cases;
}

async function failsWith(code: FailureCode, fetched: Promise<unknown>): Promise<void> {
  assert.equal((await faultOf(fetched)).failure.code, code);
}

async function faultOf(fetched: Promise<unknown>): Promise<Fault> {
  try {
    await fetched;
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown;
    throw thrown;
  }
  throw new assert.AssertionError({ message: 'it did not fail' });
}
