import type { NamedRef, StatusRef } from '../judge/history';
import { CHANGED, type IssueState } from '../judge/issue-state';
import type { CompiledConditions } from './compiled-clock';
import { partsOf } from './field-parts';
import type { Condition, Values } from './rules';

/** More than workflows have, and few enough to look through them quicker than to hash an id. */
const MOST_STATUSES = 50;

type Test = (state: IssueState) => boolean;

/** Prepares a list of conditions of which any is enough; null for none given. */
export function compileConditions(
  list: readonly Condition[] | undefined,
): CompiledConditions | null {
  if (list === undefined) return null;
  const tests = list.map(compileCondition);
  return {
    mask: list.reduce((mask, condition) => mask | maskOf(condition), 0),
    fields: list.flatMap(({ field }) => (field === undefined ? [] : [field.name.toLowerCase()])),
    holds: (state) => {
      for (const test of tests) if (test(state)) return true;
      return false;
    },
  };
}

/** The kinds of change that can make a condition hold. */
export function maskOf(condition: Condition): number {
  const { status, statusCategory, assignee, resolution, comment, field } = condition;
  return (
    (status !== undefined || statusCategory !== undefined ? CHANGED.status : 0) |
    (assignee !== undefined ? CHANGED.assignee : 0) |
    (resolution !== undefined ? CHANGED.resolution : 0) |
    (comment !== undefined ? CHANGED.comment : 0) |
    (field !== undefined ? CHANGED.field : 0)
  );
}

function compileCondition(condition: Condition): Test {
  const { status, statusCategory, assignee, resolution, comment, field } = condition;
  const tests: Test[] = [];
  if (status !== undefined || statusCategory !== undefined) {
    const names = lowerCased(status ?? []);
    tests.push(
      statusIn((state) => isNamed(names, state.status) || state.status.category === statusCategory),
    );
  }
  if (assignee !== undefined) {
    const isOne = valueTest(assignee);
    tests.push(({ assignee: id }) => isOne(id === null ? null : { id, name: id }));
  }
  if (resolution !== undefined) {
    const isOne = valueTest(resolution);
    tests.push((state) => isOne(state.resolution));
  }
  if (comment !== undefined) tests.push((state) => state.lastComment === comment);
  if (field !== undefined) {
    const name = field.name.toLowerCase();
    const isOne = valueTest(field.is);
    tests.push((state) => {
      const value = state.field(name);
      return isOne(value) || (value !== null && partsOf(name, value).some(isOne));
    });
  }
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (state) => tests.length > 0 && tests.every((test) => test(state));
}

/** An answer that depends on the status alone, remembered by status. */
export function statusIn<T>(find: (state: IssueState) => T): (state: IssueState) => T {
  type Known = { readonly status: StatusRef; readonly answer: T };
  let known: Known[] = [];
  return (state) => {
    const { status } = state;
    for (const each of known) if (isSameStatus(each.status, status)) return each.answer;
    if (known.length >= MOST_STATUSES) known = [];
    const answer = find(state);
    known.push({ status, answer });
    return answer;
  };
}

function isSameStatus(a: StatusRef, b: StatusRef): boolean {
  return a === b || (a.id === b.id && a.name === b.name && a.category === b.category);
}

function valueTest(values: Values): (ref: NamedRef | null) => boolean {
  if (values === 'set') return (ref) => ref !== null;
  if (values === 'none') return (ref) => ref === null;
  const names = lowerCased(values);
  return (ref) => isNamed(names, ref);
}

/** Names and ids as they are compared: without spaces around them, in lower case. */
export function lowerCased(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map((value) => value.trim().toLowerCase()));
}

/**
 * No set: everything; a set: the id or the name must be in it.
 *
 * Asked for `high`: a priority called High is, one without a name or id like that is not.
 */
export function isNamed(values: ReadonlySet<string> | undefined, ref: NamedRef | null): boolean {
  if (values === undefined) return true;
  return ref !== null && (values.has(ref.id.toLowerCase()) || values.has(ref.name.toLowerCase()));
}
