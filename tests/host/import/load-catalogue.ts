import type { JiraState } from '../jira/state/state';
import type { CategoryKey, NamedThing, User } from '../jira/state/types';
import type {
  ExportedIssue,
  ExportedLinkType,
  ExportedNamed,
  ExportedStatus,
  ExportedType,
  ExportedUser,
} from './exported';

type Meta = Readonly<Record<string, unknown>>;

/** Statuses, types, priorities, people...: those that the export lists, and those its issues carry. */
export function loadCatalogue(
  state: JiraState,
  issues: readonly ExportedIssue[],
  meta: Meta,
): void {
  const of = <T>(name: string): T[] => issues.flatMap(({ fields }) => (fields[name] as T) ?? []);
  for (const status of [
    ...listed<ExportedStatus>(meta, 'statuses'),
    ...of<ExportedStatus>('status'),
  ]) {
    addStatus(state, status);
  }
  for (const type of [
    ...listed<ExportedType>(meta, 'issueTypes'),
    ...of<ExportedType>('issuetype'),
  ]) {
    addType(state, type);
  }
  state.priorities = distinct([
    ...listed<ExportedNamed>(meta, 'priorities'),
    ...of<ExportedNamed>('priority'),
  ]);
  state.resolutions = distinct([
    ...listed<ExportedNamed>(meta, 'resolutions'),
    ...of<ExportedNamed>('resolution'),
  ]);
  const linkTypes = issues.flatMap(({ fields }) =>
    (fields.issuelinks ?? []).map((link) => link.type),
  );
  for (const type of [...listed<ExportedLinkType>(meta, 'issueLinkTypes'), ...linkTypes]) {
    addLinkType(state, type);
  }
  for (const user of [...listed<ExportedUser>(meta, 'users'), ...issues.flatMap(peopleOf)]) {
    addUser(state, user);
  }
}

function listed<T>(meta: Meta, name: string): T[] {
  const list = meta[name];
  return Array.isArray(list) ? (list as T[]) : [];
}

function peopleOf({ fields, changelog }: ExportedIssue): Array<ExportedUser | null | undefined> {
  const comments = fields.comment?.comments ?? [];
  return [
    fields.assignee,
    fields.reporter,
    fields.creator,
    ...comments.flatMap((comment) => [comment.author, comment.updateAuthor]),
    ...(changelog?.histories ?? []).map((history) => history.author),
  ];
}

/** Cloud knows people by account id; exports of a server by key or name. */
export function accountIdOf(user: ExportedUser | null | undefined): string | null {
  return user?.accountId ?? user?.key ?? user?.name ?? null;
}

function addUser(state: JiraState, exported: ExportedUser | null | undefined): void {
  const accountId = accountIdOf(exported);
  if (accountId === null || state.users.has(accountId)) return;
  const user: User = {
    accountId,
    displayName: exported?.displayName ?? accountId,
    active: exported?.active ?? true,
    accountType: exported?.accountType === 'app' ? 'app' : 'atlassian',
    timeZone: state.timeZone,
    locale: 'en_US',
  };
  state.users.set(accountId, user);
}

const categories: Readonly<Record<string, CategoryKey>> = {
  new: 'new',
  indeterminate: 'indeterminate',
  done: 'done',
};

function addStatus(state: JiraState, { id, name, statusCategory }: ExportedStatus): void {
  if (id === undefined || name === undefined || state.statuses.has(String(id))) return;
  const category = categories[statusCategory?.key ?? ''] ?? 'indeterminate';
  state.statuses.set(String(id), { id: String(id), name, category });
}

function addType(state: JiraState, { id, name, subtask, hierarchyLevel }: ExportedType): void {
  if (id === undefined || name === undefined || state.issueTypes.has(String(id))) return;
  const byName = name === 'Epic' ? 1 : 0;
  const level = subtask ? -1 : hierarchyLevel === 1 ? 1 : byName;
  state.issueTypes.set(String(id), {
    id: String(id),
    name,
    subtask: level === -1,
    hierarchyLevel: level,
  });
}

function addLinkType(state: JiraState, type: ExportedLinkType | undefined): void {
  if (type?.id === undefined || type.name === undefined) return;
  const { id, name, inward = name, outward = name } = type;
  state.linkTypes.set(String(id), { id: String(id), name, inward, outward });
}

function distinct(things: ReadonlyArray<ExportedNamed | null>): NamedThing[] {
  const byId = new Map<string, NamedThing>();
  for (const thing of things) {
    if (thing?.id === undefined || thing.name === undefined || byId.has(String(thing.id))) continue;
    byId.set(String(thing.id), { id: String(thing.id), name: thing.name });
  }
  return [...byId.values()];
}
