/** A login while it is typed. The password is only ever written, so it is empty where nothing is to change. */
export interface LoginDraft {
  username: string;
  password: string;
}

export type LoginFault = 'passwordMissing' | 'usernameMissing' | 'badUsername';

/** What to set (null forgets, undefined leaves it), or what is wrong. `kept` is the user name that is set. */
export function readLogin(
  { username, password }: LoginDraft,
  kept: string | null,
): { login: { username: string; password: string } | null | undefined } | { wrong: LoginFault } {
  // HTTP basic auth ends a user name at its colon (RFC 7617, 2).
  if (username.includes(':')) return { wrong: 'badUsername' };
  if (username && password) return { login: { username, password } };
  if (password) return { wrong: 'usernameMissing' };
  if (username === (kept ?? '')) return { login: undefined };
  return username ? { wrong: 'passwordMissing' } : { login: null };
}
