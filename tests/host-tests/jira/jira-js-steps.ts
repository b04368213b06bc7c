import { people } from '../../host/company/people';
import { APP_ACCOUNT_ID } from '../../host/jira/state/defaults';
import { walkBulk, walkRest } from './jira-js-bulk';
import { walkRules, walkWorkflows } from './jira-js-workflows';
import { administerTam } from './small-site';

const paragraph = (text: string) => ({
  type: 'doc' as const,
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** jira.js ships ES modules only: it is loaded while running. */
export async function createWalker(host: string) {
  const { createAgileClient } = await import('jira.js/agile');
  const { createClient } = await import('jira.js/core');
  const schemas = await import('jira.js/cloud');
  const clientOf = (token: string) =>
    createClient({ host, auth: { type: 'bearer', token }, onSchemaMismatch: 'throw' });
  const client = clientOf(people.admin.accountId);
  const cloud = schemas.createCloudClient(client);
  const appCloud = schemas.createCloudClient(clientOf(APP_ACCOUNT_ID));
  const { key = '' } = await cloud.issues.createIssue({
    fields: {
      project: { key: 'NET' },
      issuetype: { name: 'Task' },
      summary: 'Open VLAN 130',
      description: paragraph('For the new shop'),
    },
  });
  const agile = createAgileClient(client);
  return { client, cloud, appCloud, agile, schemas, issue: { issueIdOrKey: key } };
}

export type Walker = Awaited<ReturnType<typeof createWalker>>;

async function askSite({ cloud }: Walker) {
  await cloud.myself.getCurrentUser();
  await cloud.serverInfo.getServerInfo();
  await cloud.permissions.getMyPermissions({ permissions: 'BROWSE_PROJECTS,ADMINISTER' });
  await cloud.permissions.getBulkPermissions({
    globalPermissions: ['ADMINISTER', administerTam],
    projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10000], issues: [] }],
  });
}

async function readCatalogue({ cloud }: Walker) {
  await cloud.issueFields.getFields();
  await cloud.workflowStatuses.getStatuses();
  await cloud.workflowStatusCategories.getStatusCategories();
  await cloud.issueTypes.getIssueAllTypes();
  await cloud.issueLinkTypes.getIssueLinkTypes();
  await cloud.issueLinkTypes.getIssueLinkType({ issueLinkTypeId: '10000' });
}

async function readProjects({ cloud, client }: Walker) {
  const project = { projectIdOrKey: 'NET' };
  await cloud.projects.searchProjects({ maxResults: 3 });
  await cloud.projects.getProject(project);
  await cloud.projects.getAllStatuses(project);
  // jira.js has no method for this one.
  await client.sendRequest({ url: '/rest/api/3/resolution/search', method: 'GET' });
  const led = { name: 'Routers', project: 'NET', leadAccountId: people.netLead.accountId };
  const { id = '' } = await cloud.projectComponents.createComponent(led);
  await cloud.projectComponents.getComponent({ id });
  const property = { ...project, propertyKey: 'colour' };
  await cloud.projectProperties.setProjectProperty({ ...property, body: { red: 1 } });
  await cloud.projectProperties.getProjectPropertyKeys(project);
  await cloud.projectProperties.getProjectProperty(property);
  await cloud.projectProperties.deleteProjectProperty(property);
  await cloud.issues.getCreateIssueMetaIssueTypes(project);
  await cloud.issues.getCreateIssueMetaIssueTypeId({ ...project, issueTypeId: '10001' });
}

async function editIssue({ cloud, issue }: Walker) {
  await cloud.issues.getIssue({ ...issue, expand: 'changelog' });
  await cloud.issues.editIssue({ ...issue, fields: { duedate: '2030-01-31', labels: ['shop'] } });
  await cloud.issues.assignIssue({ ...issue, accountId: people.netLead.accountId });
  await cloud.issues.getChangeLogs(issue);
  await cloud.issues.getBulkChangelogs({
    issueIdsOrKeys: [issue.issueIdOrKey, 'SUP-1', 'SUP-2'],
  });
  await cloud.issues.bulkFetchIssues({
    issueIdsOrKeys: [issue.issueIdOrKey, 'SUP-1'],
    expand: ['changelog'],
  });
}

async function setProperties({ cloud, issue }: Walker) {
  const property = { ...issue, propertyKey: 'tam' };
  await cloud.issueProperties.setIssueProperty({ ...property, body: { client: 'ACME' } });
  await cloud.issueProperties.getIssuePropertyKeys(issue);
  await cloud.issueProperties.getIssueProperty(property);
  await cloud.issueProperties.deleteIssueProperty(property);
}

async function moveIssue({ cloud, issue }: Walker) {
  const { transitions = [] } = await cloud.issues.getTransitions(issue);
  await cloud.issues.doTransition({ ...issue, transition: { id: transitions[0]?.id ?? '' } });
}

async function commentIssue({ cloud, issue }: Walker) {
  const { id = '' } = await cloud.issueComments.addComment({
    ...issue,
    body: paragraph('Hello'),
  });
  await cloud.issueComments.getComments(issue);
  await cloud.issueComments.getComment({ ...issue, id });
  await cloud.issueComments.updateComment({
    ...issue,
    id,
    body: { body: paragraph('Hello again') },
  });
  await cloud.issueComments.deleteComment({ ...issue, id });
}

async function mailAboutIssue({ cloud, issue }: Walker) {
  const to = { users: [{ accountId: people.netLead.accountId }] };
  await cloud.issues.notify({ ...issue, subject: 'Look', textBody: 'Look at this.', to });
}

async function linkIssues({ cloud, issue }: Walker) {
  await cloud.issueLinks.linkIssues({
    type: { name: 'Blocks' },
    inwardIssue: { key: issue.issueIdOrKey },
    outwardIssue: { key: 'VIRT-1' },
  });
  const { fields } = await cloud.issues.getIssue({ ...issue, fields: ['issuelinks'] });
  const [link] = (fields?.issuelinks ?? []) as Array<{ id: string }>;
  const linkId = link?.id ?? '';
  await cloud.issueLinks.getIssueLink({ linkId });
  await cloud.issueLinks.deleteIssueLink({ linkId });
}

async function searchIssues({ cloud }: Walker) {
  const jql = 'issuetype = Incident ORDER BY created';
  await cloud.issueSearch.searchAndReconsileIssuesUsingJql({ jql, maxResults: 2 });
  await cloud.issueSearch.searchAndReconsileIssuesUsingJqlPost({
    jql,
    maxResults: 2,
    fields: ['*all'],
    expand: 'changelog',
  });
  await cloud.issueSearch.countIssues({ jql });
  await cloud.issueSearch.matchIssues({ jqls: [jql], issueIds: [100_000] });
  await cloud.issueSearch.getIssuePickerResource({ query: 'VLAN' });
  await cloud.jql.parseJqlQueries({ validation: 'strict', queries: [jql, 'status ='] });
}

async function findUsers({ cloud, client }: Walker) {
  const { accountId } = people.tam;
  await cloud.users.getUser({ accountId });
  await cloud.userSearch.findUsers({ query: 'Ivan' });
  await cloud.userSearch.findAssignableUsers({ project: 'NET' });
  // jira.js has no method for this one.
  await client.sendRequest({
    url: '/rest/api/3/user/bulk',
    method: 'GET',
    searchParams: { accountId },
  });
}

async function editDashboards({ cloud, client, schemas }: Walker) {
  await cloud.dashboards.getAllDashboards({});
  await cloud.dashboards.getDashboard({ id: '10000' });
  // jira.js has the shapes of these, but no methods.
  await client.sendRequest({
    url: '/rest/api/3/dashboard',
    method: 'POST',
    body: { name: 'Mine', sharePermissions: [], editPermissions: [] },
    schema: schemas.DashboardSchema,
  });
  const gadgets = '/rest/api/3/dashboard/10000/gadget';
  const body = { moduleKey: 'sla-report', title: 'SLA' };
  const gadget = await client.sendRequest({
    url: gadgets,
    method: 'POST',
    body,
    schema: schemas.DashboardGadgetSchema,
  });
  await client.sendRequest({
    url: gadgets,
    method: 'GET',
    schema: schemas.DashboardGadgetResponseSchema,
  });
  await client.sendRequest({
    url: `${gadgets}/${gadget.id}`,
    method: 'PUT',
    body: { title: 'SLA report' },
  });
  const item = { dashboardId: '10000', itemId: String(gadget.id) };
  const property = { ...item, propertyKey: 'config' };
  await cloud.dashboards.setDashboardItemProperty({ ...property, body: { period: 'month' } });
  await cloud.dashboards.getDashboardItemPropertyKeys(item);
  await cloud.dashboards.getDashboardItemProperty(property);
  await cloud.dashboards.deleteDashboardItemProperty(property);
  await client.sendRequest({ url: `${gadgets}/${gadget.id}`, method: 'DELETE' });
}

async function readBoards({ agile }: Walker) {
  await agile.board.getAllBoards({});
  await agile.board.getBoard({ boardId: 1 });
  await agile.board.getConfiguration({ boardId: 1 });
  await agile.board.getIssuesForBoard({ boardId: 1, maxResults: 2 });
}

async function deleteIssue({ cloud, issue }: Walker) {
  await cloud.issues.deleteIssue(issue);
}

/** In this order: the issue is made first and deleted last. */
export const steps: ReadonlyArray<(walker: Walker) => Promise<unknown>> = [
  askSite,
  readCatalogue,
  readProjects,
  editIssue,
  setProperties,
  moveIssue,
  commentIssue,
  mailAboutIssue,
  linkIssues,
  searchIssues,
  findUsers,
  editDashboards,
  readBoards,
  walkBulk,
  walkRest,
  walkWorkflows,
  walkRules,
  deleteIssue,
];
