/**
 * Incidents as Jira answers them, made up from a number: 12 events each (four comments, and seven
 * changelog records with eight changes that matter and two that do not), over some days.
 */
const HOUR = 3_600_000;
const FIRST = Date.UTC(2024, 0, 1);
const STATUSES = {
  open: { id: '1', name: 'Open', key: 'new' },
  work: { id: '3', name: 'In Progress', key: 'indeterminate' },
  wait: { id: '4', name: 'Waiting for client', key: 'indeterminate' },
  done: { id: '5', name: 'Done', key: 'done' },
} as const;
type StatusName = keyof typeof STATUSES;
type ItemText = readonly [
  field: string,
  from: string | null,
  fromText: string | null,
  to: string | null,
  toText: string | null,
];

export const EVENTS_A_GENERATED_INCIDENT = 12;

/** The statuses of the made-up site, as its list of statuses says them. */
export const generatedStatuses = (): unknown[] =>
  Object.values(STATUSES).map(({ id, name, key }) => ({ id, name, statusCategory: { key } }));

/** The text of incidents `from` to `to` as a JSON list: parse it to get objects as Jira's are. */
export function generatedIncidents(from: number, to: number): string {
  const issues = [];
  for (let number = from; number < to; number++) issues.push(incident(number));
  return JSON.stringify(issues);
}

function incident(number: number) {
  const random = randomFrom(number);
  let at = FIRST + number * 600_000 + Math.floor(random() * HOUR);
  const created = isoOf(at);
  const next = () => {
    at += Math.floor((0.1 + random() * 20) * HOUR);
    return isoOf(at);
  };
  let id = 1_000_000 + number * 20;
  const staff = `712020:staff-${number % 40}`;
  const client = `712020:client-${number % 300}`;
  const comment = (by: string) => wireComment(String(++id), next(), by);
  const record = (...items: ItemText[]) => wireHistory(String(++id), next(), staff, items);
  const comments = [comment(client)];
  const histories = [
    record(['assignee', null, null, staff, 'Staff']),
    record(move('open', 'work'), ['summary', null, 'old', null, 'new']),
  ];
  comments.push(comment(staff));
  histories.push(record(['priority', '3', 'Medium', '2', 'High']), record(move('work', 'wait')));
  comments.push(comment(client));
  histories.push(record(move('wait', 'work'), ['description', null, 'old', null, 'new']));
  histories.push(record(['Link', null, null, `NET-${number}`, `This is blocked by NET-${number}`]));
  comments.push(comment(staff));
  histories.push(record(['resolution', null, null, '10000', 'Done'], move('work', 'done')));
  return wireIssue(number, created, client, isoOf(at - 20), histories.reverse(), comments);
}

function move(from: StatusName, to: StatusName): ItemText {
  const [before, after] = [STATUSES[from], STATUSES[to]];
  return ['status', before.id, before.name, after.id, after.name];
}

function wireHistory(id: string, created: string, by: string, items: readonly ItemText[]) {
  return {
    ...{ id, author: person(by), created },
    items: items.map(([field, from, fromString, to, text]) => ({
      field,
      ...(field === 'Link' ? {} : { fieldId: field }),
      ...{ fieldtype: 'jira', from, fromString, to, toString: text },
    })),
  };
}

function wireComment(id: string, created: string, by: string) {
  const body = { type: 'doc', version: 1, content: [] };
  return { id, author: person(by), body, created, updated: created, jsdPublic: true };
}

function wireIssue(
  number: number,
  created: string,
  client: string,
  resolutiondate: string,
  histories: readonly unknown[],
  comments: readonly unknown[],
) {
  const { id, name, key } = STATUSES.done;
  return {
    ...{ id: String(10_000 + number), key: `SUP-${number}` },
    fields: {
      summary: `Incident ${number}`,
      issuetype: { id: '10', name: 'Incident', subtask: false },
      project: { id: '10000', key: 'SUP', name: 'Support' },
      ...{ created, resolutiondate, reporter: person(client) },
      status: { id, name, statusCategory: { id: 3, key, name: 'Done' } },
      priority: { id: '2', name: 'High' },
      resolution: { id: '10000', name: 'Done' },
      comment: { comments, total: comments.length, maxResults: 5000, startAt: 0 },
    },
    changelog: { startAt: 0, maxResults: 100, total: histories.length, histories },
  };
}

function person(accountId: string) {
  return { accountId, displayName: accountId, active: true, accountType: 'atlassian' };
}

/** Jira's own way of writing a time, in the zone of a site in Moscow. */
function isoOf(at: number): string {
  return new Date(at + 3 * HOUR).toISOString().replace('Z', '+0300');
}

/** The same numbers for the same incident, always (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
