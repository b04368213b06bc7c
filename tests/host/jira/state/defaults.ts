import type { CategoryKey, Field, User } from './types';

export const APP_ACCOUNT_ID = '557058:tam-for-jira-app';
export const CLIENT_FIELD = 'customfield_10050';
export const START_DATE_FIELD = 'customfield_10015';
export const JIRA_ADMINISTRATORS = 'jira-administrators';

export const appUser: User = {
  accountId: APP_ACCOUNT_ID,
  displayName: 'TAM for Jira',
  active: true,
  accountType: 'app',
  timeZone: 'Europe/Moscow',
  locale: 'en_US',
};

/** Atlassian's own app: what automation rules do, it does. */
export const AUTOMATION_ACCOUNT_ID = '557058:automation-for-jira';

export const automationUser: User = {
  accountId: AUTOMATION_ACCOUNT_ID,
  displayName: 'Automation for Jira',
  active: true,
  accountType: 'app',
  timeZone: 'Europe/Moscow',
  locale: 'en_US',
};

/** Jira's three status categories; their ids are the same on every site. */
export const statusCategories: Record<
  CategoryKey,
  { id: number; key: CategoryKey; name: string; colorName: string }
> = {
  new: { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, key: 'done', name: 'Done', colorName: 'green' },
};

const system = (id: string, name: string, type: Field['type'], onScreen: boolean): Field => ({
  id,
  name,
  type,
  custom: false,
  onScreen,
});

/** The fields of the site. "Client" has no values until a loader adds them. */
export const siteFields: readonly Field[] = [
  system('summary', 'Summary', 'string', true),
  system('issuetype', 'Issue Type', 'any', true),
  system('project', 'Project', 'any', true),
  system('description', 'Description', 'string', true),
  system('priority', 'Priority', 'any', true),
  system('labels', 'Labels', 'array', true),
  system('duedate', 'Due date', 'date', true),
  system('assignee', 'Assignee', 'user', true),
  system('reporter', 'Reporter', 'user', true),
  system('parent', 'Parent', 'any', true),
  system('status', 'Status', 'any', false),
  system('resolution', 'Resolution', 'any', false),
  system('resolutiondate', 'Resolved', 'datetime', false),
  system('created', 'Created', 'datetime', false),
  system('updated', 'Updated', 'datetime', false),
  system('creator', 'Creator', 'user', false),
  system('statuscategorychangedate', 'Status Category Changed', 'datetime', false),
  system('security', 'Security Level', 'any', false),
  system('issuelinks', 'Linked Issues', 'array', false),
  system('subtasks', 'Sub-tasks', 'array', false),
  system('comment', 'Comment', 'any', false),
  system('components', 'Components', 'array', false),
  system('fixVersions', 'Fix versions', 'array', false),
  {
    id: START_DATE_FIELD,
    name: 'Start date',
    type: 'date',
    custom: true,
    onScreen: true,
  },
  { id: CLIENT_FIELD, name: 'Client', type: 'option', custom: true, onScreen: true, options: [] },
];
