import * as v from 'valibot';
import { FeedHeaders } from '../../electron/contract/fetching';

/** A header while it is typed. `key` tells rows apart for as long as the form is there. */
export interface HeaderRow {
  key: number;
  name: string;
  value: string;
}

/** What is wrong with a header: its name, that only Caravan sets it, its value, or that it is there already. */
export type HeaderFault = 'badName' | 'reserved' | 'badValue' | 'twice';

/** The contract's; it is looked at here so that the form can stop offering more. */
export const MOST_HEADERS = 20;

const USER_AGENT = 'user-agent';
const isUserAgent = (name: string): boolean => name.trim().toLowerCase() === USER_AGENT;

/** The headers of a feed as the form has them: its User-Agent stands apart from the rows. */
export function rowsOf(headers: FeedHeaders): { userAgent: string; rows: HeaderRow[] } {
  const all = Object.entries(headers);
  return {
    userAgent: all.find(([name]) => isUserAgent(name))?.[1] ?? '',
    rows: all.filter(([name]) => !isUserAgent(name)).map(([name, value], key) => ({ key, name, value })),
  };
}

/** The headers that a form says; rows that are empty say nothing. Look for faults first. */
export function headersOf(userAgent: string, rows: readonly HeaderRow[]): FeedHeaders {
  const own = rows.filter(isFilled).map(({ name, value }) => [name.trim(), value.trim()]);
  const agent = userAgent.trim();
  return Object.fromEntries(agent ? [['User-Agent', agent], ...own] : own);
}

/** What is wrong with one row, among the others; null when nothing is. */
export function faultOf(row: HeaderRow, rows: readonly HeaderRow[]): HeaderFault | null {
  if (!isFilled(row)) return null;
  const [name, value] = [row.name.trim(), row.value.trim()];
  const same = rows.filter((other) => isFilled(other) && other.name.trim().toLowerCase() === name.toLowerCase());
  if (same[0] && same[0].key !== row.key) return 'twice';
  // It has a field of its own.
  if (isUserAgent(name)) return 'twice';
  const read = v.safeParse(FeedHeaders, { [name]: value });
  if (read.success) return null;
  const [issue] = read.issues;
  const isOfName = issue.type === 'custom' || issue.path?.[0].origin === 'key';
  if (!isOfName) return 'badValue';
  return issue.type === 'check' ? 'reserved' : 'badName';
}

/** True when a user agent can be sent; none at all can. */
export const isUserAgentSound = (userAgent: string): boolean =>
  userAgent.trim() === '' || v.safeParse(FeedHeaders, { 'User-Agent': userAgent.trim() }).success;

const isFilled = ({ name, value }: HeaderRow): boolean => name.trim() !== '' || value.trim() !== '';
