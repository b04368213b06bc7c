import { refuseField } from '../endpoint';
import type { HistoryItem, NamedThing } from '../state/types';
import { historyItem } from './record';

/** Jira writes the day as `2012-01-23` and its text as `2012-01-23 00:00:00.0`. */
export function dateItem(
  field: { name: string; id: string; type?: 'custom' },
  before: string | null,
  after: string | null,
): HistoryItem | null {
  if (before === after) return null;
  const end = (day: string | null) => ({
    id: day,
    text: day === null ? null : `${day} 00:00:00.0`,
  });
  return historyItem(field, end(before), end(after));
}

export function dateOrNull(field: string, value: unknown): string | null {
  if (value === null) return null;
  const day = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : undefined;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value) return value;
  throw refuseField(field, `Error parsing date string: ${String(value)}`);
}

/** The thing that {id}, {name} or {value} means. */
export function chosen(
  field: string,
  things: readonly NamedThing[],
  value: unknown,
): NamedThing | undefined {
  if (value === null) return undefined;
  const { id, name, value: text } = (value ?? {}) as Record<string, unknown>;
  const asked = name ?? text;
  const thing = things.find((candidate) =>
    id === undefined ? candidate.name === asked : candidate.id === String(id),
  );
  if (thing) return thing;
  throw refuseField(field, `Specify a valid value for ${field}`);
}

export const ends = (thing: NamedThing | undefined) => ({
  id: thing?.id ?? null,
  text: thing?.name ?? null,
});

export function notOnScreen(field: string): Error {
  return refuseField(
    field,
    `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`,
  );
}
