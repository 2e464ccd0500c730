import { afterAll, describe, it } from 'vitest';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { startContractServer } from './contract-server';
import { fetchContract } from './fetch-contract';

const server = await startContractServer();
afterAll(() => server.close());

describe('nodeFetch', () => {
  for (const { name, run } of fetchContract(nodeFetch, server.url)) it(name, run);
});
