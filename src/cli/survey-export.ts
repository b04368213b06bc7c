import type { StatusRef } from '../core/sla/judge/history';
import { learnStatuses, readStatus } from '../jira/wire/known-statuses';
import { type FieldNames, learnFieldNames, learnListedNames } from './field-names';
import type { JqlIssue, JqlWorld } from './jql/world';
import { worldOfIssues } from './jql/world-of-issues';
import { type ReadProgress, streamExport } from './read-export';

/** What the whole export says about the site it comes from. */
export type Survey = {
  readonly statuses: ReadonlyMap<string, StatusRef>;
  readonly world: JqlWorld;
  /** Keys and ids of the issues that are in the file. */
  readonly present: ReadonlySet<string>;
  /** Ids of custom fields by their names in lower case, as far as the file tells them. */
  readonly fieldNames: ReadonlyMap<string, readonly string[]>;
};

type Values = keyof Pick<
  JqlWorld,
  'projects' | 'statuses' | 'issueTypes' | 'priorities' | 'resolutions' | 'linkTypes' | 'users'
>;

const LISTS: readonly Values[] = [
  'projects',
  'statuses',
  'issueTypes',
  'priorities',
  'resolutions',
  'linkTypes',
  'users',
];

/**
 * Reads an export once for what its issues need from each other: the category of statuses that an
 * issue has left, and the values that a query may name. Keeps none of the issues.
 */
export async function surveyExport(
  path: string,
  now: number,
  onProgress: ReadProgress,
): Promise<Survey> {
  const statuses = new Map<string, StatusRef>();
  const listed: StatusRef[] = [];
  const values = new Map<Values, Map<string, { id: string }>>(
    LISTS.map((list) => [list, new Map()]),
  );
  const options = { now, timeZone: 'UTC' };
  const present = new Set<string>();
  const fieldNames: FieldNames = new Map();
  for await (const entry of streamExport(path, onProgress)) {
    if (entry.kind === 'meta') {
      if (entry.key === 'statuses' && Array.isArray(entry.value)) {
        listed.push(...entry.value.flatMap((each) => readStatus(each) ?? []));
      }
      if (entry.key === 'names') learnListedNames(entry.value, fieldNames);
      if (isNamedList(entry)) addAll(values.get(entry.key), entry.value);
      continue;
    }
    remember(entry.issue, present);
    learnStatuses(entry.issue, statuses);
    learnFieldNames(entry.issue, fieldNames);
    if (!isJqlIssue(entry.issue)) continue;
    const world = worldOfIssues([entry.issue], options);
    for (const list of LISTS) addAll(values.get(list), world[list]);
  }
  // The site's own list knows better than an old link's stub.
  for (const status of listed) statuses.set(status.id, status);
  const lists = Object.fromEntries([...values].map(([list, byId]) => [list, [...byId.values()]]));
  const world = { ...worldOfIssues([], options), ...lists };
  return { statuses, world, present, fieldNames };
}

function remember(issue: unknown, present: Set<string>): void {
  const { key, id } = (issue ?? {}) as { key?: unknown; id?: unknown };
  for (const name of [key, id]) if (typeof name === 'string') present.add(name);
}

/** Can a query look at it without stumbling? */
export function isJqlIssue(issue: unknown): issue is JqlIssue {
  const { id, key, fields, changelog } = (issue ?? {}) as Record<string, unknown>;
  const histories = (changelog as { histories?: unknown } | undefined)?.histories;
  return (
    typeof id === 'string' &&
    typeof key === 'string' &&
    typeof fields === 'object' &&
    fields !== null &&
    (histories === undefined || (Array.isArray(histories) && histories.every(hasItems)))
  );
}

function hasItems(history: unknown): boolean {
  return Array.isArray((history as { items?: unknown } | null)?.items);
}

function isNamedList(entry: {
  key: string;
  value: unknown;
}): entry is { key: Values; value: { id: string }[] } {
  const isKnown = ['priorities', 'statuses', 'resolutions', 'issueTypes'].includes(entry.key);
  const named = (each: unknown) => readStatus(each) !== undefined;
  return isKnown && Array.isArray(entry.value) && entry.value.every(named);
}

function addAll(into: Map<string, { id: string }> | undefined, values: readonly { id: string }[]) {
  for (const value of values) if (into?.has(value.id) === false) into.set(value.id, value);
}
