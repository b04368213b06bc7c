import { statusCategories } from '../state/defaults';
import { type JiraState, must } from '../state/state';
import type { IssueType, LinkType, NamedThing, Status, User } from '../state/types';
import { avatarUrls } from './avatar';

const base = 'http://127.0.0.1/rest/api/3';

export const self = (path: string): string => `${base}/${path}`;

/** A user as other bodies carry it. */
export function userRef(user: User, timeZone: string): Record<string, unknown> {
  return {
    self: self(`user?accountId=${encodeURIComponent(user.accountId)}`),
    accountId: user.accountId,
    accountType: user.accountType,
    avatarUrls: avatarUrls(user.displayName),
    displayName: user.displayName,
    active: user.active,
    timeZone,
  };
}

/** Somebody who left keeps the account id; nobody (a deleted author) is null. */
export function userById(state: JiraState, accountId: string | null): unknown {
  if (accountId === null) return null;
  const user = state.users.get(accountId);
  return user ? userRef(user, user.timeZone) : null;
}

export function categoryBody(key: Status['category']): Record<string, unknown> {
  const category = statusCategories[key];
  return { self: self(`statuscategory/${category.id}`), ...category };
}

export function statusBody(status: Status): Record<string, unknown> {
  return {
    self: self(`status/${status.id}`),
    description: '',
    iconUrl: 'http://127.0.0.1/',
    name: status.name,
    id: status.id,
    statusCategory: categoryBody(status.category),
    ...(status.projectId === undefined
      ? {}
      : { scope: { type: 'PROJECT', project: { id: status.projectId } } }),
  };
}

export function issueTypeBody(type: IssueType): Record<string, unknown> {
  return {
    self: self(`issuetype/${type.id}`),
    id: type.id,
    description: '',
    iconUrl: `http://127.0.0.1/issuetype/${type.id}`,
    name: type.name,
    subtask: type.subtask,
    hierarchyLevel: type.hierarchyLevel,
  };
}

export function priorityBody(state: JiraState, id: string | null): unknown {
  const priority = state.priorities.find((candidate) => candidate.id === id);
  if (!priority) return null;
  return {
    self: self(`priority/${priority.id}`),
    iconUrl: `http://127.0.0.1/priority/${priority.id}`,
    name: priority.name,
    id: priority.id,
  };
}

export function resolutionBody(state: JiraState, id: string | null): unknown {
  const resolution = state.resolutions.find((candidate) => candidate.id === id);
  if (!resolution) return null;
  return {
    self: self(`resolution/${resolution.id}`),
    id: resolution.id,
    description: '',
    name: resolution.name,
  };
}

export function securityBody(state: JiraState, id: string | null): unknown {
  if (id === null) return null;
  const { name } = must(state.securityLevels, id);
  return { self: self(`securitylevel/${id}`), id, description: '', name };
}

export function linkTypeBody(type: LinkType): Record<string, unknown> {
  const { id, name, inward, outward } = type;
  return { id, name, inward, outward, self: self(`issueLinkType/${id}`) };
}

export function optionBody(option: NamedThing): Record<string, unknown> {
  return { self: self(`customFieldOption/${option.id}`), value: option.name, id: option.id };
}

export const typeOf = (state: JiraState, typeId: string): IssueType =>
  must(state.issueTypes, typeId);

export const statusOf = (state: JiraState, statusId: string): Status =>
  must(state.statuses, statusId);
