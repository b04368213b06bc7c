import { people } from '../../host/company/people';
import { administerTam, createSmallSite } from './small-site';

const { admin, client, manager, outsider, tam } = people;

describe('a project that the person may not browse', () => {
  it('does not exist: 404 for the project and its issues, absent from lists and searches', async () => {
    const ask = createSmallSite().as(outsider.accountId);
    const project = await ask('GET', '/rest/api/3/project/BACKUP');
    const issue = await ask('GET', '/rest/api/3/issue/BACKUP-1');
    const bulk = await ask('POST', '/rest/api/3/issue/bulkfetch', {
      issueIdsOrKeys: ['BACKUP-1', 'NET-1'],
      fields: ['summary'],
    });
    const list = await ask('GET', '/rest/api/3/project/search?maxResults=100');
    expect([project.status, issue.status]).toEqual([404, 404]);
    expect(issue.body).toMatchObject({
      errorMessages: ['Issue does not exist or you do not have permission to see it.'],
    });
    expect((bulk.body as { issues: Array<{ key: string }> }).issues.map(({ key }) => key)).toEqual([
      'NET-1',
    ]);
    expect(JSON.stringify(list.body)).not.toContain('BACKUP');
  });

  it('is an unknown value in JQL, as a missing project is', async () => {
    const ask = createSmallSite().as(outsider.accountId);
    const jql = (key: string) => ({ jql: `project = ${key}` });
    const hidden = await ask('POST', '/rest/api/3/search/jql', jql('BACKUP'));
    const missing = await ask('POST', '/rest/api/3/search/jql', jql('NOWHERE'));
    expect(hidden.body).toEqual({
      errorMessages: ["The value 'BACKUP' does not exist for the field 'project'."],
      warningMessages: [],
    });
    expect([hidden.status, missing.status]).toEqual([400, 400]);
  });
});

describe('somebody who may look only', () => {
  it('gets no transitions, and 403 for an edit', async () => {
    const ask = createSmallSite().as(manager.accountId);
    const transitions = await ask('GET', '/rest/api/3/issue/NET-1/transitions');
    const edit = await ask('PUT', '/rest/api/3/issue/NET-1', { fields: { summary: 'Mine' } });
    expect(transitions.body).toMatchObject({ transitions: [] });
    expect(edit.status).toBe(403);
  });
});

describe('the app', () => {
  it('sees every project, unless a project shuts it out', async () => {
    const { asApp, jira } = createSmallSite();
    expect((await asApp('GET', '/rest/api/3/issue/BACKUP-1')).status).toBe(200);
    for (const project of jira.state.projects.values()) {
      project.closedToApp = project.key === 'BACKUP';
    }
    expect((await asApp('GET', '/rest/api/3/issue/BACKUP-1')).status).toBe(404);
  });
});

describe('POST permissions/check', () => {
  it('answers the granted part of projects, issues and global permissions', async () => {
    const { as, jira } = createSmallSite();
    const backup = [...jira.state.projects.values()].find(({ key }) => key === 'BACKUP');
    const net = [...jira.state.issues.values()].find(({ key }) => key === 'NET-1');
    const { body } = await as(outsider.accountId)('POST', '/rest/api/3/permissions/check', {
      globalPermissions: ['ADMINISTER', administerTam],
      projectPermissions: [
        {
          permissions: ['BROWSE_PROJECTS', 'TRANSITION_ISSUES'],
          projects: [Number(backup?.id)],
          issues: [Number(net?.id)],
        },
      ],
    });
    expect(body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', projects: [], issues: [Number(net?.id)] },
        { permission: 'TRANSITION_ISSUES', projects: [], issues: [] },
      ],
    });
  });

  it("knows the app's own global permission by its ARI", async () => {
    const { as } = createSmallSite();
    const holders = [];
    for (const { accountId } of [admin, tam, manager]) {
      const { body } = await as(accountId)('POST', '/rest/api/3/permissions/check', {
        globalPermissions: [administerTam],
      });
      holders.push((body as { globalPermissions: string[] }).globalPermissions.length);
    }
    expect(holders).toEqual([1, 1, 0]);
  });

  it('refuses an unknown permission with 400', async () => {
    const { tam: ask } = createSmallSite();
    const { status } = await ask('POST', '/rest/api/3/permissions/check', {
      globalPermissions: ['FLY'],
    });
    expect(status).toBe(400);
  });

  it('lets the app and administrators ask about others, and nobody else', async () => {
    const { as, asApp } = createSmallSite();
    const question = { globalPermissions: ['ADMINISTER'], accountId: admin.accountId };
    const path = '/rest/api/3/permissions/check';
    expect((await asApp('POST', path, question)).body).toMatchObject({
      globalPermissions: ['ADMINISTER'],
    });
    expect((await as(client.accountId)('POST', path, question)).status).toBe(403);
  });
});
