import { type Call, NotModelled, Refusal, refuse } from './endpoint';
import { actingUser, visibleIssue } from './permissions';
import type { FieldsContext } from './render/fields';
import type { Issue } from './state/types';

/** The zone in which the caller reads dates: his own. */
export function zoneOf(call: Call): string {
  const { state } = call.site;
  return actingUser(state, call.actor)?.timeZone ?? state.timeZone;
}

export function fieldsContext(call: Call): FieldsContext {
  return { state: call.site.state, actor: call.actor, timeZone: zoneOf(call) };
}

/** A query parameter that may be repeated or hold commas. */
export function queryList(call: Call, name: string): string[] {
  return call.query.getAll(name).flatMap((value) => value.split(',').filter(Boolean));
}

export function queryNumber(call: Call, name: string, fallback: number): number {
  const text = call.query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw refuse(400, `${name} must be a whole number.`);
  return value;
}

export function bodyText(call: Call, name: string): string {
  const value = call.body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Refusal(400, { errorMessages: [], errors: { [name]: `${name} is required.` } });
}

export function bodyNumber(call: Call, name: string, fallback: number): number {
  const value = call.body[name];
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw refuse(400, `${name} must be a whole number.`);
  }
  return value;
}

/** A list of texts (numbers are taken as texts: Jira accepts both for ids). */
export function bodyList(call: Call, name: string): string[] {
  const value = call.body[name];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw refuse(400, `${name} must be a list.`);
  return value.map(String);
}

export interface Page {
  startAt: number;
  maxResults: number;
}

/** startAt and maxResults; more than `most` silently becomes `most`. */
export function pageOf(call: Call, byDefault: number, most: number): Page {
  return {
    startAt: queryNumber(call, 'startAt', 0),
    maxResults: Math.min(queryNumber(call, 'maxResults', byDefault), most),
  };
}

/** Jira's PageBean: the five keys are always there, nextPage never needed by us. */
export function pageBody(all: readonly unknown[], page: Page): Record<string, unknown> {
  const values = all.slice(page.startAt, page.startAt + page.maxResults);
  return {
    maxResults: page.maxResults,
    startAt: page.startAt,
    total: all.length,
    isLast: page.startAt + values.length >= all.length,
    values,
  };
}

export function issueOfCall({ site, actor, path }: Call): Issue {
  return visibleIssue(site.state, actor, path.issueIdOrKey ?? '');
}

/** The expansions that the local Jira models; "names" and the like are refused by name. */
export function expands(asked: readonly string[]): ReadonlySet<string> {
  const strange = asked.find((name) => name !== 'changelog');
  if (strange !== undefined) throw new NotModelled(`expand "${strange}"`);
  return new Set(asked);
}
