import { expect, test } from 'vitest';
import { readLogin } from '../../renderer/state/login-draft';

test.each([
  ['nothing typed, nothing kept', '', '', null, { login: undefined }],
  ['the name that is kept', 'reader', '', 'reader', { login: undefined }],
  ['both typed', 'reader', 'secret', null, { login: { username: 'reader', password: 'secret' } }],
  ['a new password', 'reader', 'secret', 'reader', { login: { username: 'reader', password: 'secret' } }],
  ['the name taken away', '', '', 'reader', { login: null }],
  ['another name without a password', 'other', '', 'reader', { wrong: 'passwordMissing' }],
  ['a password without a name', '', 'secret', null, { wrong: 'usernameMissing' }],
  ['a name with a colon', 'a:b', 'secret', null, { wrong: 'badUsername' }],
] as const)('%s', (_, username, password, kept, said) => {
  expect(readLogin({ username, password }, kept)).toEqual(said);
});
