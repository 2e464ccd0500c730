import * as v from 'valibot';
import { NO_BYTES, type Shape } from './safe-json-file';

const Sealed = v.object({ sealed: v.record(v.string(), v.string()) });

/** Secrets by name, each as the system's keyring has encrypted it (Base64). */
export type Sealed = v.InferOutput<typeof Sealed>;

export const NOTHING_SEALED: Sealed = { sealed: {} };

/** secrets.json: in no backup and no archive, since only this computer's keyring opens it. */
export const secretsShape: Shape<Sealed> = {
  version: 1,
  keepsPrevious: true,
  encode: (secrets) => ({ value: secrets, bytes: NO_BYTES }),
  decode: ({ value }) => v.parse(Sealed, value),
};
