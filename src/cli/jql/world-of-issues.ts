import type { JqlHistoryItem, JqlIssue, JqlLinkType, JqlValue, JqlWorld } from './world';

type Named = { id?: unknown; name?: unknown; value?: unknown; key?: unknown };

/**
 * The world of an export: its values are those that its issues carry, and those that their histories
 * name. `meta.priorities`, when the export brings it, gives the order of priorities.
 */
export function worldOfIssues(
  issues: readonly JqlIssue[],
  options: {
    now: number;
    timeZone: string;
    currentUser?: string;
    priorities?: readonly JqlValue[];
  },
): JqlWorld {
  const byKey = new Map(
    issues.flatMap((issue) => [[issue.key, issue] as const, [issue.id, issue] as const]),
  );
  const items = issues.flatMap(itemsOf);
  const valuesOf = (field: string): JqlValue[] =>
    distinct(issues.flatMap((issue) => named(issue.fields[field])));
  const valuesOfAllTimes = (field: string): JqlValue[] =>
    distinct([...valuesOf(field), ...fromHistory(items, field)]);
  return {
    now: options.now,
    timeZone: options.timeZone,
    ...(options.currentUser === undefined ? {} : { currentUser: options.currentUser }),
    projects: valuesOf('project'),
    statuses: valuesOfAllTimes('status'),
    issueTypes: valuesOf('issuetype'),
    priorities: options.priorities ?? valuesOfAllTimes('priority'),
    resolutions: valuesOfAllTimes('resolution'),
    linkTypes: linkTypesOf(issues),
    users: usersOf(issues),
    customFields: [],
    propertyAliases: [],
    issueByKey: (key) => byKey.get(key) ?? byKey.get(key.toUpperCase()),
  };
}

function named(value: unknown): JqlValue[] {
  const { id, name, key } = (value ?? {}) as Named;
  if (id === undefined || name === undefined) return [];
  return [
    { id: String(id), name: String(name), ...(key === undefined ? {} : { key: String(key) }) },
  ];
}

function itemsOf(issue: JqlIssue): readonly JqlHistoryItem[] {
  return (issue.changelog?.histories ?? []).flatMap((history) => history.items);
}

function fromHistory(items: readonly JqlHistoryItem[], field: string): JqlValue[] {
  const values: JqlValue[] = [];
  for (const item of items) {
    if (item.field !== field) continue;
    values.push(...named({ id: item.from ?? undefined, name: item.fromString ?? undefined }));
    values.push(...named({ id: item.to ?? undefined, name: ownText(item.toString) }));
  }
  return values;
}

/** An item without its own toString inherits a function: only a text is a value. */
const ownText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function distinct<T extends JqlValue>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [value.id, value])).values()];
}

function linkTypesOf(issues: readonly JqlIssue[]): JqlLinkType[] {
  const links = issues.flatMap(
    (issue) => (issue.fields.issuelinks ?? []) as Array<{ type?: JqlLinkType }>,
  );
  return distinct(links.flatMap((link) => link.type ?? []));
}

function usersOf(issues: readonly JqlIssue[]): JqlValue[] {
  const people = issues.flatMap((issue) => [
    issue.fields.assignee,
    issue.fields.reporter,
    issue.fields.creator,
    ...(issue.changelog?.histories ?? []).map((history) => history.author),
  ]);
  return distinct(
    people.flatMap((person) => {
      const { accountId, displayName } = (person ?? {}) as {
        accountId?: string;
        displayName?: string;
      };
      return accountId === undefined ? [] : [{ id: accountId, name: displayName ?? accountId }];
    }),
  );
}
