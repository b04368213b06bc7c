import type { Status, StatusCategory } from '../core/issue';
import type { StatusRef } from '../core/sla/judge/history';
import type { JiraPort, LinkType } from '../usecases/ports/jira-port';
import { addComment } from './add-comment';
import { askedFields } from './asked-fields';
import { checkJql, checkJqls } from './check-jql';
import {
  allowedIssues,
  allowedProjects,
  browsableBy,
  isJiraAdmin,
  mayAdministerTam,
} from './check-permissions';
import { countChildren } from './count-children';
import { countIssues } from './count-issues';
import { createIssue } from './create-issue';
import { deleteLink } from './delete-link';
import { findHistory } from './find-history';
import { findIssue } from './find-issue';
import { findComponentLead, findProjectLead } from './find-leads';
import { hearProject, listHeardProjects, unhearProject } from './hear-projects';
import { openJira, type Speaker } from './http';
import { linkBlocks } from './link-blocks';
import { listBlockers } from './list-blockers';
import { type FieldIds, listFields } from './list-fields';
import { listHistories } from './list-histories';
import { listIssueTypes } from './list-issue-types';
import { listIssues } from './list-issues';
import { listLinkTypes } from './list-link-types';
import { listPasts } from './list-pasts';
import { listPeople, searchPeople } from './list-people';
import { listProjectStatuses } from './list-project-statuses';
import { listProjects } from './list-projects';
import { listRemoteLinks } from './list-remote-links';
import { listResolutions } from './list-resolutions';
import { listStatuses } from './list-statuses';
import { matchIssues, matchJql } from './match-jql';
import { moveBack } from './move-back';
import { notify } from './notify';
import { searchIds } from './search-ids';
import { searchIssues } from './search-issues';
import { setDueDate } from './set-due-date';
import { setIssueProperty } from './set-issue-property';
import { cachePerSite } from './site-cache';
import { workflowPort } from './workflow-port';

const TEN_MINUTES_MS = 600_000;

/** Statuses change with workflows; the app and a person need not be shown the same ones. */
const statusesOf = cachePerSite<ReadonlyMap<string, StatusRef>>(TEN_MINUTES_MS);

/** Fields by name; asked only where a policy names one that way. */
const fieldsOf = cachePerSite<FieldIds>(TEN_MINUTES_MS);

/** Their wording is asked for with every event; an administrator who changes it can wait. */
const linkTypesOf = cachePerSite<readonly LinkType[]>(TEN_MINUTES_MS);

const CATEGORIES: Readonly<Record<StatusRef['category'], StatusCategory | null>> = {
  new: 'todo',
  indeterminate: 'inProgress',
  done: 'done',
  unknown: null,
};

function statusOf(status: StatusRef | undefined): Status | null {
  const category = status === undefined ? null : CATEGORIES[status.category];
  return status === undefined || category === null ? null : { ...status, category };
}

/** Jira for one speaker on one site: the asking user with his own rights, or the app. */
export function jiraPort(speaker: Speaker, site: string): JiraPort {
  const jira = openJira(speaker);
  const statuses = (serves?: (known: ReadonlyMap<string, StatusRef>) => boolean) =>
    statusesOf(`${speaker} ${site}`, () => listStatuses(jira), serves);
  const allFields = () => fieldsOf(`${speaker} ${site}`, () => listFields(jira));
  return {
    ...workflowPort(jira),
    findIssue: (idOrKey) => findIssue(jira, idOrKey),
    listIssues: (ids) => listIssues(jira, ids),
    searchIssues: (jql, max) => searchIssues(jira, jql, max),
    listRemoteLinks: (issueId) => listRemoteLinks(jira, issueId),
    searchIds: (jql, page) => searchIds(jira, jql, page),
    countIssues: (jql) => countIssues(jira, jql),
    countChildren: (parentIds) => countChildren(jira, parentIds),
    findHistory: async (idOrKey, fields = []) =>
      findHistory(jira, idOrKey, await statuses(), await askedFields(fields, allFields)),
    listHistories: async (idsOrKeys, fields = []) =>
      listHistories(jira, idsOrKeys, await statuses(), await askedFields(fields, allFields)),
    listPasts: async (ids) => listPasts(jira, ids, await statuses()),
    listBlockers: async (asked) => listBlockers(jira, asked, await statuses()),
    findWaitingWords: async (typeId) => {
      const types = await linkTypesOf(`${speaker} ${site}`, () => listLinkTypes(jira));
      return types.find(({ id }) => id === typeId)?.inward ?? null;
    },
    matchIssues: (issueIds, jqls) => matchIssues(jira, issueIds, jqls),
    matchJql: (issueId, jqls) => matchJql(jira, issueId, jqls),
    checkJql: (jql) => checkJql(jira, jql),
    checkJqls: (jqls) => checkJqls(jira, jqls),
    createIssue: (issue) => createIssue(jira, issue),
    linkBlocks: (typeId, blockerId, successorId) =>
      linkBlocks(jira, typeId, blockerId, successorId),
    deleteLink: (linkId) => deleteLink(jira, linkId),
    findStatus: async (statusId) =>
      statusOf((await statuses((known) => known.has(statusId))).get(statusId)),
    listLinkTypes: () => listLinkTypes(jira),
    listResolutions: () => listResolutions(jira),
    listProjectStatuses: (project) => listProjectStatuses(jira, project),
    listProjects: () => listProjects(jira),
    listHeardProjects: () => listHeardProjects(jira),
    hearProject: (projectId) => hearProject(jira, projectId),
    unhearProject: (projectId) => unhearProject(jira, projectId),
    listIssueTypes: (projectId) => listIssueTypes(jira, projectId),
    findComponentLead: (componentIds) => findComponentLead(jira, componentIds),
    findProjectLead: (projectId) => findProjectLead(jira, projectId),
    searchPeople: (text) => searchPeople(jira, text),
    listPeople: (accountIds) => listPeople(jira, accountIds),
    allowedProjects: (permission, ids) => allowedProjects(jira, permission, ids),
    allowedIssues: (permission, ids) => allowedIssues(jira, permission, ids),
    browsableBy: (accountId, ids) => browsableBy(jira, accountId, ids),
    isJiraAdmin: () => isJiraAdmin(jira),
    mayAdministerTam: () => mayAdministerTam(jira),
    notify: (issueId, mail) => notify(jira, issueId, mail),
    moveBack: (issueId, statusId) => moveBack(jira, issueId, statusId),
    addComment: (issueId, text) => addComment(jira, issueId, text),
    setIssueProperty: (id, key, value) => setIssueProperty(jira, id, key, value),
    setDueDate: (issueId, date) => setDueDate(jira, issueId, date),
  };
}
