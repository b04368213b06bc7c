const CATEGORIES = {
  '1': { name: 'Open', key: 'new' },
  '3': { name: 'In Progress', key: 'indeterminate' },
  '4': { name: 'Waiting for client', key: 'indeterminate' },
  '5': { name: 'Done', key: 'done' },
} as const;

/** A status of the small site of the tests, as it stands in an issue. */
export function wireStatus(id: keyof typeof CATEGORIES) {
  const { name, key } = CATEGORIES[id];
  return { id, name, statusCategory: { id: 0, key, name: key } };
}

export const wireStatuses = () =>
  (Object.keys(CATEGORIES) as (keyof typeof CATEGORIES)[]).map(wireStatus);

export const wirePerson = (accountId: string) => ({
  accountId,
  displayName: accountId,
  active: true,
  accountType: 'atlassian',
});

/** A record of a changelog; `items` are `[field, fromId, fromName, toId, toName]`. */
export function wireHistory(
  id: string,
  created: string | number,
  items: readonly (readonly [string, ...(string | null)[]])[],
) {
  return {
    id,
    created,
    author: wirePerson('anna'),
    items: items.map(([field, from, fromString, to, text]) => ({
      ...{ field, fieldId: field, fieldtype: 'jira', from, fromString, to },
      toString: text,
    })),
  };
}

export const toWork = (id: string, created: string | number) =>
  wireHistory(id, created, [['status', '1', 'Open', '3', 'In Progress']]);

export const toDone = (id: string, created: string | number) =>
  wireHistory(id, created, [
    ['resolution', null, null, '10000', 'Fixed'],
    ['status', '3', 'In Progress', '5', 'Done'],
  ]);

export const wireComment = (id: string, created: string, by: string) => ({
  ...{ id, created, updated: created, author: wirePerson(by) },
  body: { type: 'doc', version: 1, content: [] },
});

type Changes = {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly histories?: readonly unknown[];
  readonly comments?: readonly unknown[];
  readonly changelog?: unknown;
};

/** Taken up at 10:30 and done at 12:00 of 2026-11-23 in Moscow; newest first. */
export const wireHistories = () => [
  toDone('102', '2026-11-23T12:00:00.000+0300'),
  toWork('101', '2026-11-23T10:30:00.000+0300'),
];

/** SUP-1: created 2026-11-23 10:00 +03, commented 10:20, worked on from 10:30, done 12:00. */
export function wireIssue(key = 'SUP-1', changes: Changes = {}) {
  const histories = changes.histories ?? wireHistories();
  const comments = changes.comments ?? [wireComment('7', '2026-11-23T10:20:00.000+0300', 'anna')];
  return {
    id: `1${key.replace(/\D/g, '').padStart(4, '0')}`,
    key,
    fields: {
      summary: 'The site is down',
      issuetype: { id: '10', name: 'Incident', subtask: false },
      project: { id: '10000', key: key.replace(/-.*/, ''), name: 'Support' },
      status: wireStatus('5'),
      priority: { id: '2', name: 'High' },
      resolution: { id: '10000', name: 'Fixed' },
      resolutiondate: '2026-11-23T11:59:59.980+0300',
      created: '2026-11-23T10:00:00.000+0300',
      reporter: wirePerson('client'),
      assignee: null,
      issuelinks: [] as unknown[],
      comment: { startAt: 0, maxResults: 100, total: comments.length, comments },
      ...changes.fields,
    },
    changelog:
      'changelog' in changes
        ? changes.changelog
        : { startAt: 0, maxResults: 100, total: histories.length, histories },
  };
}
