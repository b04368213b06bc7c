/**
 * Walks every endpoint of the local Jira with jira.js, a client that we did not write, in its strict
 * mode, and prints what happened as JSON. A program of its own: jira.js ships ES modules only, and
 * its strict mode is read from the environment when it is loaded.
 */
import { people } from '../../host/company/people';
import { listen } from './http-listener';
import { administerTam, createSmallSite } from './small-site';

const paragraph = (text: string) => ({
  type: 'doc' as const,
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** In strict mode jira.js does not throw: it notes each key and value that its schemas lack. */
function driftSeen(): unknown {
  const store = globalThis as { [key: symbol]: unknown };
  return store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
}

async function walk(): Promise<void> {
  const { createAgileClient } = await import('jira.js/agile');
  const cloudPackage = await import('jira.js/cloud');
  const { createCloudClient, DashboardGadgetResponseSchema } = cloudPackage;
  const { DashboardGadgetSchema, DashboardSchema } = cloudPackage;
  const { createClient } = await import('jira.js/core');

  const { jira } = createSmallSite();
  const listener = await listen(jira);
  const failures: string[] = [];
  const client = createClient({
    host: listener.url,
    auth: { type: 'bearer', token: people.admin.accountId },
    onSchemaMismatch: 'throw',
  });
  const cloud = createCloudClient(client);
  const agile = createAgileClient(client);
  const step = async <T>(name: string, run: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await run();
    } catch (error) {
      failures.push(`${name}: ${(error as Error).message}`);
      return undefined;
    }
  };

  await step('site', async () => {
    await cloud.myself.getCurrentUser();
    await cloud.serverInfo.getServerInfo();
    await cloud.permissions.getMyPermissions({ permissions: 'BROWSE_PROJECTS,ADMINISTER' });
    await cloud.permissions.getBulkPermissions({
      globalPermissions: ['ADMINISTER', administerTam],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10000], issues: [] }],
    });
  });
  await step('catalogue', async () => {
    await cloud.issueFields.getFields();
    await cloud.workflowStatuses.getStatuses();
    await cloud.workflowStatusCategories.getStatusCategories();
    await cloud.issueTypes.getIssueAllTypes();
    await cloud.issueLinkTypes.getIssueLinkTypes();
    await cloud.issueLinkTypes.getIssueLinkType({ issueLinkTypeId: '10000' });
  });
  await step('projects', async () => {
    const project = { projectIdOrKey: 'NET' };
    await cloud.projects.searchProjects({ maxResults: 3 });
    await cloud.projects.getProject(project);
    await cloud.projects.getAllStatuses(project);
    const property = { ...project, propertyKey: 'colour' };
    await cloud.projectProperties.setProjectProperty({ ...property, body: { red: 1 } });
    await cloud.projectProperties.getProjectPropertyKeys(project);
    await cloud.projectProperties.getProjectProperty(property);
    await cloud.projectProperties.deleteProjectProperty(property);
    await cloud.issues.getCreateIssueMetaIssueTypes(project);
    await cloud.issues.getCreateIssueMetaIssueTypeId({ ...project, issueTypeId: '10001' });
  });
  const created = await step('create', () =>
    cloud.issues.createIssue({
      fields: {
        project: { key: 'NET' },
        issuetype: { name: 'Task' },
        summary: 'Open VLAN 130',
        description: paragraph('For the new shop'),
      },
    }),
  );
  const issue = { issueIdOrKey: created?.key ?? '' };
  await step('issue', async () => {
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
  });
  await step('issue properties', async () => {
    const property = { ...issue, propertyKey: 'tam' };
    await cloud.issueProperties.setIssueProperty({ ...property, body: { client: 'ACME' } });
    await cloud.issueProperties.getIssuePropertyKeys(issue);
    await cloud.issueProperties.getIssueProperty(property);
    await cloud.issueProperties.deleteIssueProperty(property);
  });
  await step('transitions', async () => {
    const { transitions = [] } = await cloud.issues.getTransitions(issue);
    await cloud.issues.doTransition({ ...issue, transition: { id: transitions[0]?.id ?? '' } });
  });
  await step('comments', async () => {
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
  });
  await step('links', async () => {
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
  });
  await step('search', async () => {
    const jql = 'issuetype = Incident ORDER BY created';
    await cloud.issueSearch.searchAndReconsileIssuesUsingJql({ jql, maxResults: 2 });
    await cloud.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql,
      maxResults: 2,
      fields: ['*all'],
      expand: 'changelog',
    });
    await cloud.issueSearch.countIssues({ jql });
    await cloud.issueSearch.matchIssues({ jqls: [jql], issueIds: [Number(created?.id)] });
    await cloud.issueSearch.getIssuePickerResource({ query: 'VLAN' });
    await cloud.jql.parseJqlQueries({ validation: 'strict', queries: [jql, 'status ='] });
  });
  await step('users', async () => {
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
  });
  await step('dashboards', async () => {
    await cloud.dashboards.getAllDashboards({});
    await cloud.dashboards.getDashboard({ id: '10000' });
    // jira.js has the shapes of these, but no methods.
    await client.sendRequest({
      url: '/rest/api/3/dashboard',
      method: 'POST',
      body: { name: 'Mine', sharePermissions: [], editPermissions: [] },
      schema: DashboardSchema,
    });
    const gadgets = '/rest/api/3/dashboard/10000/gadget';
    const body = { moduleKey: 'sla-report', title: 'SLA' };
    const gadget = await client.sendRequest({
      url: gadgets,
      method: 'POST',
      body,
      schema: DashboardGadgetSchema,
    });
    await client.sendRequest({
      url: gadgets,
      method: 'GET',
      schema: DashboardGadgetResponseSchema,
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
  });
  await step('boards', async () => {
    await agile.board.getAllBoards({});
    await agile.board.getBoard({ boardId: 1 });
    await agile.board.getConfiguration({ boardId: 1 });
    await agile.board.getIssuesForBoard({ boardId: 1, maxResults: 2 });
  });
  await step('delete', () => cloud.issues.deleteIssue(issue));
  await listener.close();

  const { exchanges } = listener;
  process.stdout.write(
    JSON.stringify({
      failures,
      drift: driftSeen(),
      exchanges,
      offered: jira.endpoints,
      unknown: jira.unknownCalls,
    }),
  );
}

void walk();
