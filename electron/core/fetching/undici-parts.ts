/**
 * The parts of undici that fetching a feed takes. All of it, with its own fetch, caches, mocks and WebSockets, takes three
 * times as long to load, which is a tenth of a refresh without news. The contract test of the port would show a version
 * in which these parts have moved.
 */
import type * as undici from 'undici';
// @ts-expect-error the types are of the whole only
import api from 'undici/lib/api/index.js';
// @ts-expect-error
import connect from 'undici/lib/core/connect.js';
// @ts-expect-error
import agent from 'undici/lib/dispatcher/agent.js';
// @ts-expect-error
import dispatcher from 'undici/lib/dispatcher/dispatcher.js';

// As undici's own index does it.
Object.assign(dispatcher.prototype, api);

export type Agent = undici.Agent;
export const Agent = agent as typeof undici.Agent;
export const buildConnector = connect as typeof undici.buildConnector;
export type Connector = undici.buildConnector.connector;
export type ConnectOptions = undici.buildConnector.Options;
