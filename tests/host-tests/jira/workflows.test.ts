import { people } from '../../host/company/people';
import { workflowId } from '../../host/company/workflows';
import { blockingOrder } from './small-site';
import { designLead, type Workflow, workflowSite, workflowsPath } from './workflow-site';

describe('GET workflows/search', () => {
  it('shows an administrator all six workflows, and transitions only when they are asked for', async () => {
    const { admin } = workflowSite();
    const { body } = await admin('GET', `${workflowsPath}/search`);
    const { values, total } = body as { values: Workflow[]; total: number };
    expect(total).toBe(6);
    expect(values.map(({ name }) => name)).toEqual([
      'Department workflow',
      'Design centre workflow',
      'Development workflow',
      'Incident workflow',
      'jira',
      'Monitoring workflow',
    ]);
    expect(values[0]).not.toHaveProperty('transitions');
    const expanded = await admin(
      'GET',
      `${workflowsPath}/search?expand=values.transitions&maxResults=1`,
    );
    expect(expanded.body).toMatchObject({
      isLast: false,
      values: [{ transitions: [{ type: 'INITIAL' }, {}, {}, {}, {}] }],
    });
  });

  it("shows the lead of a team-managed project that project's own workflow only", async () => {
    const { as, jira } = workflowSite();
    const { body } = await as(designLead)('GET', `${workflowsPath}/search`);
    expect(body).toMatchObject({
      total: 1,
      values: [{ name: 'Design centre workflow', scope: { type: 'PROJECT' } }],
    });
    expect((await as(people.tam.accountId)('GET', `${workflowsPath}/search`)).status).toBe(401);
    jira.settings.noWorkflowRightStatus = 403;
    expect((await as(people.tam.accountId)('GET', `${workflowsPath}/search`)).status).toBe(403);
  });

  it('does not let the app itself in, unless it is assumed to administer Jira', async () => {
    const { asApp, jira } = workflowSite();
    expect((await asApp('GET', `${workflowsPath}/search`)).status).toBe(401);
    jira.settings.appAdministers = true;
    expect((await asApp('GET', `${workflowsPath}/search`)).status).toBe(200);
  });
});

describe('POST workflows', () => {
  it('shows the rule with all its parameters, and what else stands on transitions', async () => {
    const { read } = workflowSite();
    const { workflows } = await read(workflowId.department);
    const start = workflows[0]?.transitions.find(({ id }) => id === '11');
    expect(start?.validators).toEqual([
      {
        id: expect.any(String),
        ruleKey: 'forge:expression-validator',
        parameters: {
          key: blockingOrder,
          config: '',
          id: expect.any(String),
          disabled: 'false',
          tag: '',
        },
      },
    ]);
    const done = workflows[0]?.transitions.find(({ id }) => id === '31');
    expect(done?.actions).toMatchObject([{ ruleKey: 'system:update-field' }]);
  });

  it('finds a workflow by name, and by project and issue type', async () => {
    const { admin } = workflowSite();
    const byName = await admin('POST', workflowsPath, { workflowNames: ['Monitoring workflow'] });
    const byType = await admin('POST', workflowsPath, {
      projectAndIssueTypes: [{ projectId: '10005', issueTypeId: '10001' }],
    });
    expect(byType.body).toEqual(byName.body);
    expect(byType.body).toMatchObject({ workflows: [{ id: workflowId.monitoring }] });
  });

  it('leaves out what does not exist', async () => {
    const { read } = workflowSite();
    await expect(read('d0000000-0000-4000-8000-000000000099')).resolves.toEqual({
      statuses: [],
      workflows: [],
    });
  });
});

describe('GET workflows/capabilities', () => {
  it("offers the app's rule while the app is installed", async () => {
    const { admin, jira } = workflowSite();
    const ask = () => admin('GET', `${workflowsPath}/capabilities?workflowId=${workflowId.design}`);
    expect((await ask()).body).toMatchObject({
      editorScope: 'PROJECT',
      projectTypes: ['software'],
      forgeRules: [{ id: blockingOrder, ruleType: 'Validator' }],
    });
    jira.state.forgeRules.clear();
    expect((await ask()).body).toMatchObject({ forgeRules: [] });
  });

  it('offers a rule for company-managed projects only to their workflows', async () => {
    const { admin, jira } = workflowSite();
    const rule = jira.state.forgeRules.get(blockingOrder);
    if (rule)
      jira.state.forgeRules.set(blockingOrder, { ...rule, projectTypes: ['company-managed'] });
    const { body } = await admin(
      'GET',
      `${workflowsPath}/capabilities?workflowId=${workflowId.design}`,
    );
    expect(body).toMatchObject({ forgeRules: [] });
  });
});

describe('which projects a workflow serves', () => {
  it('lists them page by page', async () => {
    const { admin } = workflowSite();
    const usages = `/rest/api/3/workflow/${workflowId.incident}/projectUsages`;
    const first = await admin('GET', `${usages}?maxResults=1`);
    expect(first.body).toEqual({
      workflowId: workflowId.incident,
      projects: { values: [{ id: '10014' }], nextPageToken: '1' },
    });
    const second = await admin('GET', `${usages}?maxResults=1&nextPageToken=1`);
    expect(second.body).toMatchObject({ projects: { values: [{ id: '10015' }] } });
  });

  it('tells the schemes of company-managed projects and passes over team-managed ones', async () => {
    const { admin } = workflowSite();
    const ask = 'projectId=10000&projectId=10001&projectId=10010&projectId=10005';
    const { body } = await admin('GET', `/rest/api/3/workflowscheme/project?${ask}`);
    expect(body).toMatchObject({
      values: [
        {
          projectIds: ['10000', '10001'],
          workflowScheme: { defaultWorkflow: 'Department workflow', issueTypeMappings: {} },
        },
        {
          projectIds: ['10005'],
          workflowScheme: { defaultWorkflow: 'Monitoring workflow' },
        },
      ],
    });
  });
});
