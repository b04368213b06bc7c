import { buildDemoCompany } from '../../host/company/demo-company';
import { people } from '../../host/company/people';
import { workflowId } from '../../host/company/workflows';
import { extensionAri } from '../../host/forge/install-app';
import type { Host } from '../../host/host';
import { must } from '../../host/jira/state/state';
import { forgeRule } from '../../host/jira/state/workflows';
import { startFixture } from './start-fixture';

const RULE_ID = 'e0000000-0000-4000-8000-00000000face';
const place = { workflowId: workflowId.monitoring, transitionId: '11' };

let host: Host;
beforeAll(async () => {
  host = await startFixture({ company: (jira) => buildDemoCompany(jira, 'ari/administer-tam') });
  const { transitions } = must(host.jira.state.workflows, workflowId.monitoring);
  const rule = forgeRule(RULE_ID, extensionAri(host.forge.manifest, 'gate'), '{"open":true}');
  transitions.find(({ id }) => id === '11')?.validators.push(rule);
});
afterAll(() => host.stop());

const tam = () => host.actAs(people.tam.accountId);

/** Starts a new issue of Monitoring, on whose start the fixture's gate stands. */
async function start(): Promise<number> {
  const created = await tam().post('/rest/api/3/issue', {
    fields: { project: { key: 'MON' }, issuetype: { name: 'Task' }, summary: 'Look at it' },
  });
  const { key } = created.body as { key: string };
  const path = `/rest/api/3/issue/${key}/transitions`;
  return (await tam().post(path, { transition: { id: '11' } })).status;
}

describe("a rule's page in the workflow editor", () => {
  const invoke = (request: object, as = people.admin.accountId) =>
    host.invoke('gate', 'echo', {}, { as, ...place, ...request }) as Promise<{
      context: { extension: Record<string, unknown> };
    }>;

  it('is told where the rule stands and what was saved', async () => {
    const { context } = await invoke({ entryPoint: 'edit', ruleId: RULE_ID });
    expect(context.extension).toMatchObject({
      type: 'jira:workflowValidator',
      entryPoint: 'edit',
      workflowId: workflowId.monitoring,
      isNewEditor: true,
      transitionContext: { id: '11', name: 'Start work', from: ['10000'], to: '3' },
      validatorConfig: '{"open":true}',
    });
    expect(context.extension).not.toHaveProperty('scopedProjectId');
  });

  it('has no configuration yet while the rule is created', async () => {
    const at = { workflowId: workflowId.design, entryPoint: 'create' };
    const { context } = await invoke(at);
    expect(context.extension).toMatchObject({ entryPoint: 'create', scopedProjectId: '10010' });
    expect(context.extension).not.toHaveProperty('validatorConfig');
  });

  it('is not opened for somebody who may not edit the workflow', async () => {
    const opened = invoke({ entryPoint: 'create' }, people.tam.accountId);
    await expect(opened).rejects.toThrow('is not there for');
  });
});

describe('uninstalling the app', () => {
  it('calls preUninstall first: here it turns the rule off, so that work goes on', async () => {
    expect(await start()).toBe(204);
    await expect(host.forge.uninstall()).resolves.toEqual([{ moduleKey: 'leaving', ok: true }]);
    expect(await start()).toBe(204);
    const pages = host.forge.listModules('global', {
      ...{ accountId: people.tam.accountId, locale: 'en-US', colorMode: 'light' },
    });
    expect(pages).toEqual([]);
  });

  it('goes on when preUninstall fails, and then every rule refuses until the app is back', async () => {
    host.forge.install();
    const { transitions } = must(host.jira.state.workflows, workflowId.monitoring);
    const rule = transitions.find(({ id }) => id === '11')?.validators[0];
    Object.assign(rule?.parameters ?? {}, { disabled: 'false', config: '{"open":true}' });
    await host.invoke(
      'bench',
      'kvsSet',
      { key: 'leave-badly', value: true },
      {
        ...{ as: people.tam.accountId },
      },
    );
    expect(await start()).toBe(204);
    await expect(host.forge.uninstall()).resolves.toEqual([
      { moduleKey: 'leaving', ok: false, error: 'not without a fuss' },
    ]);
    expect(await start()).toBe(400);
    host.forge.install();
    expect(await start()).toBe(204);
  });
});

describe('POST /host/acts', () => {
  const post = (path: string, body: object) =>
    fetch(`${host.url}/host/${path}`, { method: 'POST', body: JSON.stringify(body) });

  it('does what Jira does without REST', async () => {
    const moved = await post('acts/moveIssue', { issueKey: 'VIRT-1', projectKey: 'UNIX' });
    expect(await moved.json()).toEqual({ key: expect.stringMatching(/^UNIX-\d+$/) });
    const refused = await post('acts/transitionPastRules', { issueKey: 'NO-1', to: 'Done' });
    expect(refused.status).toBe(404);
    expect((await post('acts/cloneIssue', { issueKey: 'NET-1' })).status).toBe(400);
  });

  it('takes the app away and puts it back', async () => {
    const gone = await (await post('app', { installed: false })).json();
    expect(gone).toMatchObject({ installed: false, preUninstall: [{ moduleKey: 'leaving' }] });
    const back = await (await post('app', { installed: true })).json();
    expect(back).toEqual({ installed: true, preUninstall: [] });
  });
});
