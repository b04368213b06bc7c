import type { Predicate } from '@atlaskit/jql-ast';
import { dayAround, instantOf } from './dates';
import { empty, isNamed, type Sought, soughtValues } from './operands';
import type { QueryField } from './query-field';
import { JqlError, type JqlHistory, type JqlIssue, type JqlWorld } from './world';

interface End {
  id: string | null;
  name: string | null;
}

/** One value that the field had, [from, to), and who set it. */
interface Stay {
  value: End;
  from: number;
  to: number;
  by: string | undefined;
}

interface Change {
  at: number;
  by: string | undefined;
  from: End;
  to: End;
}

interface Restrictions {
  window: { from: number; to: number };
  by?: readonly Sought[];
  from?: readonly Sought[];
  to?: readonly Sought[];
}

/** `status was "In Progress" after -5d`: the field had one of the values in the window. */
export function wasClause(
  world: JqlWorld,
  field: QueryField,
  sought: readonly Sought[],
  predicates: readonly Predicate[],
): (issue: JqlIssue) => boolean {
  const limits = restrictions(world, field, predicates);
  return (issue) =>
    staysOf(field, issue).some(
      (stay) =>
        sought.some((value) => isEnd(stay.value, value)) &&
        stay.to > limits.window.from &&
        stay.from < limits.window.to &&
        isBy(stay.by, limits.by),
    );
}

/** `status changed FROM a TO b after "2014-01-01" by currentUser()`. */
export function changedClause(
  world: JqlWorld,
  field: QueryField,
  predicates: readonly Predicate[],
): (issue: JqlIssue) => boolean {
  const limits = restrictions(world, field, predicates);
  const fits = (end: End, sought: readonly Sought[] | undefined): boolean =>
    sought === undefined || sought.some((value) => isEnd(end, value));
  return (issue) =>
    changesOf(field, issue).some(
      (change) =>
        change.at >= limits.window.from &&
        change.at < limits.window.to &&
        isBy(change.by, limits.by) &&
        fits(change.from, limits.from) &&
        fits(change.to, limits.to),
    );
}

function restrictions(
  world: JqlWorld,
  field: QueryField,
  predicates: readonly Predicate[],
): Restrictions {
  const result: Restrictions = {
    window: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  };
  const person: QueryField = { name: 'by', kind: 'user', read: () => [], known: world.users };
  const time: QueryField = { name: field.name, kind: 'datetime', read: () => [] };
  for (const { operator, operand } of predicates) {
    if (!operand) throw new JqlError(`The predicate '${operator.text}' needs a value.`);
    if (operator.value === 'by') result.by = soughtValues(world, person, operand);
    else if (operator.value === 'from') result.from = soughtValues(world, field, operand);
    else if (operator.value === 'to') result.to = soughtValues(world, field, operand);
    else narrow(world, result.window, operator.value, soughtValues(world, time, operand));
  }
  return result;
}

function narrow(
  world: JqlWorld,
  window: { from: number; to: number },
  operator: string,
  values: readonly Sought[],
): void {
  const [first, second] = values.map(Number);
  if (first === undefined) throw new JqlError(`The predicate '${operator}' needs a date.`);
  if (operator === 'after') window.from = Math.max(window.from, first);
  else if (operator === 'before') window.to = Math.min(window.to, first);
  else {
    const end = operator === 'on' ? dayAround(first, world.timeZone).to : second;
    const start = operator === 'on' ? dayAround(first, world.timeZone).from : first;
    if (end === undefined) throw new JqlError('The predicate during needs two dates.');
    window.from = Math.max(window.from, start);
    window.to = Math.min(window.to, end);
  }
}

const isBy = (author: string | undefined, sought: readonly Sought[] | undefined): boolean =>
  sought === undefined || (author !== undefined && sought.includes(author));

function isEnd(end: End, sought: Sought): boolean {
  if (sought === empty) return end.id === null && !end.name;
  return isNamed(
    {
      ...(end.id === null ? {} : { id: end.id }),
      ...(end.name === null ? {} : { name: end.name }),
    },
    String(sought),
  );
}

/** The changes of the field, oldest first. */
function changesOf(field: QueryField, issue: JqlIssue): Change[] {
  const histories = issue.changelog?.histories ?? [];
  return histories.flatMap((history) => itemsOf(field, history)).sort((a, b) => a.at - b.at);
}

function itemsOf(field: QueryField, history: JqlHistory): Change[] {
  const wanted = field.history?.toLowerCase();
  return history.items
    .filter((item) => item.field.toLowerCase() === wanted)
    .map((item) => ({
      at: instantOf(history.created),
      by: history.author?.accountId,
      from: { id: item.from ?? null, name: item.fromString ?? null },
      // An object without its own toString inherits one: only a text is a value.
      to: { id: item.to ?? null, name: typeof item.toString === 'string' ? item.toString : null },
    }));
}

function staysOf(field: QueryField, issue: JqlIssue): Stay[] {
  const changes = changesOf(field, issue);
  const creator = (issue.fields.creator as { accountId?: string } | null | undefined)?.accountId;
  const starts: Stay[] = [
    {
      value: changes[0]?.from ?? currentEnd(field, issue),
      from: Number.NEGATIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
      by: creator,
    },
    ...changes.map(({ at, by, to }) => ({
      value: to,
      from: at,
      to: Number.POSITIVE_INFINITY,
      by,
    })),
  ];
  return starts.map((stay, i) => ({ ...stay, to: starts[i + 1]?.from ?? stay.to }));
}

function currentEnd(field: QueryField, issue: JqlIssue): End {
  const value = field.read(issue)[0];
  if (value === undefined) return { id: null, name: null };
  if (typeof value !== 'object') return { id: String(value), name: String(value) };
  const { id, name } = value as { id?: unknown; name?: unknown };
  return { id: String(id), name: String(name) };
}
