import type { Answer } from '../../src/contract/answer';
import type {
  CoverageView,
  RuledWorkflows,
  RulePlan,
  RuleResult,
} from '../../src/contract/coverage';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { registerDepartments } from '../host/company/set-up-app';
import { workflowId } from '../host/company/workflows';
import type { Host } from '../host/host';
import { must } from '../host/jira/state/state';
import { startHost } from '../host/start-host';

const { admin } = people;

let host: Host;

beforeAll(async () => {
  host = await startHost({ company: 'demo' });
  await registerDepartments(host, admin.accountId, (key) => key !== 'BACKUP');
}, 120_000);
afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

const ask = <T>(functionKey: string, payload: unknown): Promise<T> =>
  asker(host, 'tam-settings', { as: admin.accountId })<T>(functionKey, payload);
const answerOf = (functionKey: string, payload: unknown, as = admin.accountId) =>
  host.invoke('tam-settings', functionKey, payload, { as }) as Promise<Answer<unknown>>;

const coverage = () => ask<CoverageView>('coverage', { from: 0 });
const departmentOf = async (key: string) =>
  (await coverage()).departments.find(({ projectKey }) => projectKey === key);
/** "Start work enforced", "Start hotfix guarded noRule missing". */
const linesOf = async (key: string) =>
  (await departmentOf(key))?.workflows.flatMap(({ transitions }) =>
    transitions.map(({ name, state, gaps, isMissing }) =>
      [name, state, ...gaps, ...(isMissing ? ['missing'] : [])].join(' '),
    ),
  );
const planOf = async (id: string): Promise<RulePlan> => {
  const [plan] = await ask<RulePlan[]>('planRules', { workflowIds: [id] });
  return plan as RulePlan;
};
const attach = async (id: string, transitionId = '11') => {
  const { confirmation } = await planOf(id);
  const transitions = [{ id: transitionId, gates: ['start'] }];
  return ask<RuleResult>('attachRule', { workflowId: id, transitions, confirmation });
};
const rulesOn = (id: string, transitionId: string) =>
  must(host.jira.state.workflows, id).transitions.find((one) => one.id === transitionId)
    ?.validators;

/** Somebody of the department starts an issue, as from a board. */
async function start(issueKey: string, transitionId = '11') {
  const rest = host.actAs(admin.accountId);
  const path = `/rest/api/3/issue/${issueKey}/transitions`;
  const { status, body } = await rest.post(path, { transition: { id: transitionId } });
  const [text = ''] = (body as { errorMessages?: string[] } | undefined)?.errorMessages ?? [];
  return { status, text };
}

/** A new issue of this department that waits for an open one of Network. */
async function waiting(projectKey: string): Promise<string> {
  const rest = host.actAs(admin.accountId);
  const create = async (key: string): Promise<string> => {
    const fields = { project: { key }, summary: 'Move', issuetype: { name: 'Task' } };
    const { body } = await rest.post('/rest/api/3/issue', { fields });
    return (body as { key: string }).key;
  };
  const [blocker, key] = [await create('NET'), await create(projectKey)];
  const link = { inwardIssue: { key: blocker }, outwardIssue: { key } };
  await rest.post('/rest/api/3/issueLink', { type: { name: 'Blocks' }, ...link });
  return key;
}

describe('coverage of the demo company', () => {
  it('shows where the rule stands, where it is missing and where it cannot stand', async () => {
    expect(await linesOf('NET')).toEqual(['Start work enforced']);
    expect(await linesOf('DEV')).toEqual([
      'Start work enforced',
      'Start hotfix guarded noRule missing',
    ]);
    expect(await linesOf('MON')).toEqual(['Start work guarded noRule missing']);
    expect(await linesOf('DC')).toEqual(['Start work guarded noRule readOnly']);
    expect(await linesOf('DESIGN')).toEqual(['Start work guarded noRule missing']);
    expect(await departmentOf('DESIGN')).toMatchObject({ isTeamManaged: true, state: 'guarded' });
    expect((await departmentOf('NET'))?.state).toBe('enforced');
    expect((await coverage()).order).toEqual({
      ...{ gates: ['start'], guard: 'flag', onUncertain: 'allow', portal: 'allow' },
      freeAccounts: 0,
    });
  });

  it('takes a handful of reads for all departments together', async () => {
    await coverage();
    const calls = host
      .invocations()
      .at(-1)
      ?.jiraCalls.map(({ path }) => path.split('?')[0]);
    expect(calls?.length).toBeLessThanOrEqual(10);
  });
});

describe('attaching the rule', () => {
  it('makes Monitoring refuse at once, and detaching lets it go again', async () => {
    const key = await waiting('MON');
    expect(await attach(workflowId.monitoring)).toEqual({
      ...{ workflowId: workflowId.monitoring, changed: 1 },
    });
    expect(await linesOf('MON')).toEqual(['Start work enforced']);
    const refused = await start(key);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(`${key} can't start yet`);
    await expect(
      ask('detachRule', { workflowId: workflowId.monitoring, transitionIds: ['11'] }),
    ).resolves.toMatchObject({ changed: 1 });
    expect(await linesOf('MON')).toEqual(['Start work guarded noRule missing']);
    expect((await start(key)).status).toBe(204);
  });

  it('keeps everything else of the workflow, post functions too', async () => {
    const before = structuredClone(must(host.jira.state.workflows, workflowId.development));
    await attach(workflowId.development, '12');
    const after = must(host.jira.state.workflows, workflowId.development);
    expect(rulesOn(workflowId.development, '12')).toHaveLength(1);
    const bare = { ...after.transitions.find(({ id }) => id === '12'), validators: [] };
    const { version, updated } = before;
    expect({
      ...{ ...after, version, updated },
      transitions: after.transitions.map((one) => (one.id === '12' ? bare : one)),
    }).toEqual(before);
    expect(await attach(workflowId.development, '12')).toMatchObject({ changed: 0 });
  });

  it('works in a team-managed project', async () => {
    const key = await waiting('DESIGN');
    await attach(workflowId.design);
    expect(await linesOf('DESIGN')).toEqual(['Start work enforced']);
    expect((await start(key)).status).toBe(400);
  });

  it('is refused by Jira in the read-only workflow, in words', async () => {
    const { confirmation } = await planOf(workflowId.readOnly);
    const transitions = [{ id: '11', gates: ['start'] }];
    const request = { workflowId: workflowId.readOnly, transitions, confirmation };
    await expect(answerOf('attachRule', request)).resolves.toMatchObject({
      ...{ ok: false },
      problem: { code: 'invalid', text: expect.stringContaining('cannot be edited') },
    });
  });

  it('names every project that uses a shared workflow, and whether it is a department', async () => {
    const sup = [...host.jira.state.projects.values()].find(({ key }) => key === 'SUP');
    await ask('removeDepartment', { projectId: sup?.id });
    const { projects, hiddenProjects } = await planOf(workflowId.incident);
    expect(projects.map(({ key, isDepartment }) => [key, isDepartment])).toEqual([
      ['DUTY', true],
      ['SUP', false],
    ]);
    expect(hiddenProjects).toBe(0);
    await ask('saveDepartment', {
      ...{ projectId: sup?.id, name: sup?.name, leadAccountId: null, isOpen: true },
    });
  });

  it('reads and writes once more when somebody else has saved the workflow meanwhile', async () => {
    const workflow = must(host.jira.state.workflows, workflowId.monitoring);
    let faster = 1;
    const request = host.jira.request;
    host.jira.request = (call) => {
      if (call.path.endsWith('/workflows/update') && faster > 0) {
        faster -= 1;
        const { versionNumber } = workflow.version;
        workflow.version = { id: `other-${versionNumber}`, versionNumber: versionNumber + 1 };
        workflow.description = 'by somebody else';
      }
      return request.call(host.jira, call);
    };
    expect(await attach(workflowId.monitoring)).toMatchObject({ changed: 1 });
    expect([faster, workflow.description]).toEqual([0, 'by somebody else']);
    faster = 2;
    const detach = { workflowId: workflowId.monitoring, transitionIds: ['11'] };
    await expect(answerOf('detachRule', detach)).resolves.toMatchObject({
      problem: { code: 'conflict', text: expect.stringContaining('Nothing was written') },
    });
    host.jira.request = request;
    expect(rulesOn(workflowId.monitoring, '11')).toHaveLength(1);
    await ask('detachRule', detach);
  });

  it('asks again when others use the workflow than those that were confirmed', async () => {
    const { confirmation } = await planOf(workflowId.monitoring);
    const net = [...host.jira.state.projects.values()].find(({ key }) => key === 'NET');
    if (net === undefined) throw new Error('no NET');
    const before = net.workflowId;
    net.workflowId = workflowId.monitoring;
    const transitions = [{ id: '11', gates: ['start'] }];
    const request = { workflowId: workflowId.monitoring, transitions, confirmation };
    await expect(answerOf('attachRule', request)).resolves.toMatchObject({
      ...{ ok: false, problem: { code: 'conflict' } },
    });
    expect(rulesOn(workflowId.monitoring, '11')).toEqual([]);
    net.workflowId = before;
  });
});

describe('leaving', () => {
  const ruled = async () => {
    const { workflows } = await ask<RuledWorkflows>('ruledWorkflows', { from: 0 });
    return workflows;
  };

  it('prepared: no workflow carries the rule, and the company moves its issues on', async () => {
    const key = await waiting('VIRT');
    expect((await start(key)).status).toBe(400);
    expect((await ruled()).map(({ name, rules }) => `${name} ${rules}`)).toEqual([
      'Department workflow 1',
      'Design centre workflow 1',
      'Development workflow 2',
      'Incident workflow 1',
    ]);
    for (const { id } of await ruled()) {
      await ask('detachRule', { workflowId: id, transitionIds: null });
    }
    expect(await ruled()).toEqual([]);
    await host.forge.uninstall();
    expect((await start(key)).status).toBe(204);
    host.forge.install();
  });

  it('unprepared: its rules are switched off, so that Jira does not refuse everything', async () => {
    await attach(workflowId.department);
    await attach(workflowId.monitoring);
    const key = await waiting('VIRT');
    expect((await start(key)).status).toBe(400);
    expect(await host.forge.uninstall()).toMatchObject([{ moduleKey: 'pre-uninstall', ok: true }]);
    expect(rulesOn(workflowId.department, '11')).toMatchObject([
      { parameters: { config: '{"gates":["start"]}', disabled: 'true' } },
    ]);
    expect(await start(key)).toEqual({ status: 204, text: '' });
  });

  it('and back again: coverage shows what is switched off, and switches it on', async () => {
    host.forge.install();
    expect(await linesOf('VIRT')).toEqual(['Start work guarded ruleDisabled missing']);
    await attach(workflowId.department);
    expect(await linesOf('VIRT')).toEqual(['Start work enforced']);
    expect((await start(await waiting('VIRT'))).status).toBe(400);
  });
});
