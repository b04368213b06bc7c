import type { CoverageView } from '../../../src/contract/coverage';
import type { RuleChange } from '../../../src/core/order/rule/rule-changes';
import type { Workflow } from '../../../src/core/order/rule/workflow';
import type { UserEnv } from '../../../src/usecases/env';
import { attachRule, detachRule } from '../../../src/usecases/order/coverage/attach-rule';
import { describeRule } from '../../../src/usecases/order/coverage/describe-rule';
import { disableRules } from '../../../src/usecases/order/coverage/disable-rules';
import { loadCoverage } from '../../../src/usecases/order/coverage/load-coverage';
import { confirmationOf, planRules } from '../../../src/usecases/order/coverage/plan-rules';
import type { HeardProject } from '../../../src/usecases/ports/heard-project';
import { JiraError } from '../../../src/usecases/ports/jira-error';
import type { JiraPort } from '../../../src/usecases/ports/jira-port';
import type { Rewritten } from '../../../src/usecases/ports/workflow-port';
import { OrderWorld } from '../../builders/order-world';
import { portWith } from '../../builders/port-with';
import { aRule, aWorkflow, FINISH, START } from '../../builders/workflows';

const noRight = (status: number) => new JiraError('GET /rest/api/3/workflows', status);

/** Network, Virtualisation and Backup behind one workflow, which Design uses too. */
class CoverageWorld extends OrderWorld {
  workflow: Workflow = aWorkflow([START, FINISH]);
  users = ['p-NET', 'p-VIRT', 'p-BCK', 'p-DESIGN'];
  rewritten: Rewritten['kind'] = 'done';
  /** Thrown by everything that has to do with workflows. */
  refuseWith: Error | null = null;
  heardKeys = ['NET', 'VIRT', 'BCK'];
  readonly changes: RuleChange[] = [];
  readonly asked: string[] = [];

  get admin(): UserEnv {
    this.isJiraAdmin = true;
    const env = this.env;
    return { ...env, asUser: portWith<JiraPort>(this.workflows) };
  }

  private get workflows(): Partial<JiraPort> {
    const ask = async <T>(name: string, answer: T): Promise<T> => {
      this.asked.push(name);
      if (this.refuseWith !== null) throw this.refuseWith;
      return answer;
    };
    const project = (key: string): HeardProject => ({
      ...{ id: `p-${key}`, key, name: key, isHeard: this.heardKeys.includes(key) },
    });
    const seen = ['NET', 'VIRT', 'BCK', 'SUP'].map(project);
    return {
      isJiraAdmin: async () => this.isJiraAdmin,
      listLinkTypes: async () => [{ id: '10000', name: 'Blocks', inward: '', outward: '' }],
      listHeardProjects: async () => seen,
      listProjects: async () => seen,
      listProjectWorkflows: (ids) =>
        ask(
          'listProjectWorkflows',
          ids.map((projectId) => ({
            ...{ projectId, isTeamManaged: false, workflows: [this.workflow], problem: null },
          })),
        ),
      offersOrderRule: () => ask('offersOrderRule', true),
      listProjectsUsing: () => ask('listProjectsUsing', this.users),
      findWorkflow: () => ask('findWorkflow', this.workflow),
      rewriteRules: async (_id, decide): Promise<Rewritten> => {
        await ask('rewriteRules', null);
        if (this.rewritten !== 'done') return { kind: this.rewritten };
        const changes = decide(this.workflow);
        this.changes.push(...changes);
        return { kind: 'done', changes };
      },
    };
  }
}

const viewOf = async (world: CoverageWorld): Promise<CoverageView> => {
  const answer = await loadCoverage(world.admin, 0);
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
};

const request = (users: readonly string[]) => ({
  workflowId: 'w-1',
  transitions: [{ id: '11', gates: ['start' as const] }],
  confirmation: confirmationOf(users),
});

describe('loadCoverage', () => {
  it('reads a shared workflow once for all of its departments', async () => {
    const world = new CoverageWorld();
    const { departments, total, next, order } = await viewOf(world);
    expect(departments.map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...['Backup guarded', 'Network guarded', 'Virtualisation guarded'],
    ]);
    expect([total, next, order.gates]).toEqual([3, null, ['start']]);
    expect(world.asked).toEqual(['listProjectWorkflows', 'offersOrderRule']);
  });

  it('does not ask whether the rule is offered where there is no room for it', async () => {
    const world = new CoverageWorld();
    world.workflow = aWorkflow([{ ...START, rules: [aRule()] }]);
    const { departments } = await viewOf(world);
    expect(departments.map(({ state }) => state)).toEqual(['enforced', 'enforced', 'enforced']);
    expect(world.asked).toEqual(['listProjectWorkflows']);
  });

  it('calls a department advisory that the guard does not hear either', async () => {
    const world = new CoverageWorld();
    world.heardKeys = ['NET', 'VIRT'];
    const { departments } = await viewOf(world);
    expect(departments[0]).toMatchObject({ name: 'Backup', state: 'advisory' });
    expect(departments[0]?.workflows[0]?.transitions[0]?.gaps).toEqual(['noRule', 'notHeard']);
  });

  it.each([401, 403])(
    'says of each department that there is no right, for a %i',
    async (status) => {
      const world = new CoverageWorld();
      world.refuseWith = noRight(status);
      const { departments } = await viewOf(world);
      expect(departments.map(({ state, unreadable }) => `${state} ${unreadable}`)).toEqual([
        ...['unknown noRight', 'unknown noRight', 'unknown noRight'],
      ]);
    },
  );

  it('calls them unknown where Jira cannot be read', async () => {
    const world = new CoverageWorld();
    world.refuseWith = noRight(500);
    expect((await viewOf(world)).departments[0]).toMatchObject({ unreadable: 'failed' });
  });

  it('pages by 25 departments', async () => {
    const world = new CoverageWorld();
    const [first] = world.departments;
    world.departments = Array.from({ length: 60 }, (_, i) => ({
      ...{ leadAccountId: null, isOpen: true, ...first },
      ...{ projectId: `p-${i}`, projectKey: `D${i}`, name: `D${String(i).padStart(2, '0')}` },
    }));
    const answer = await loadCoverage(world.admin, 50);
    expect(answer).toMatchObject({ ok: true, value: { total: 60, next: null } });
    expect((await viewOf(world)).next).toBe(25);
  });
});

describe('planRules', () => {
  it('names every project, those that are no department, and counts those that are hidden', async () => {
    const world = new CoverageWorld();
    world.users = ['p-NET', 'p-SUP', 'p-HIDDEN'];
    const answer = await planRules(world.admin, ['w-1']);
    expect(answer).toMatchObject({
      value: [
        {
          hiddenProjects: 1,
          projects: [
            { key: 'NET', isDepartment: true },
            { key: 'SUP', isDepartment: false },
          ],
        },
      ],
    });
  });
});

describe('attachRule', () => {
  it('attaches what is missing and puts it on record', async () => {
    const world = new CoverageWorld();
    const answer = await attachRule(world.admin, request(world.users));
    expect(answer).toEqual({ ok: true, value: { workflowId: 'w-1', changed: 1 } });
    expect(world.audited).toMatchObject([
      {
        ...{ act: 'order.attachRule', actorAccountId: 'tam' },
        detail: { workflowId: 'w-1', transitions: 'attach 11' },
      },
    ]);
  });

  it('writes nothing when another project uses the workflow than those that were confirmed', async () => {
    const world = new CoverageWorld();
    const answer = await attachRule(world.admin, request(['p-NET']));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect(world.asked).toEqual(['listProjectsUsing']);
  });

  it.each([
    ['conflict', 'conflict'],
    ['gone', 'notFound'],
  ] as const)('says in words that it ended as %s, and records nothing', async (kind, code) => {
    const world = new CoverageWorld();
    world.rewritten = kind;
    const answer = await attachRule(world.admin, request(world.users));
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(world.audited).toEqual([]);
  });

  it.each([401, 403])('says who could, where Jira answers %i', async (status) => {
    const world = new CoverageWorld();
    world.refuseWith = noRight(status);
    const answer = await detachRule(world.admin, { workflowId: 'w-1', transitionIds: null });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'notAllowed' } });
  });
});

describe('describeRule', () => {
  const place = {
    workflowId: 'w-1',
    transition: { id: '31', name: 'Done', fromRefs: [], toRef: '' },
    config: null,
  };

  it('tells what the transition is and what no policy asks about', async () => {
    const world = new CoverageWorld();
    expect(await describeRule(world.admin, place)).toMatchObject({
      value: {
        transition: { name: 'Done', from: ['In Progress'], to: 'Done' },
        ...{ gates: ['finish'], policyGates: ['start'], onUncertain: 'allow', chosen: null },
      },
    });
  });

  it('takes a transition that is not saved yet as the editor draws it', async () => {
    const world = new CoverageWorld();
    const drawn = { id: '99', name: 'New', fromRefs: ['ref-1'], toRef: 'ref-3' };
    const answer = await describeRule(world.admin, { ...place, transition: drawn, config: '' });
    expect(answer).toMatchObject({
      value: { gates: ['start'], chosen: ['start', 'finish'], transition: { from: ['To Do'] } },
    });
  });

  it('tells nothing to whom Jira does not show the workflow', async () => {
    const world = new CoverageWorld();
    world.refuseWith = noRight(401);
    expect(await describeRule(world.admin, place)).toMatchObject({ ok: false });
  });
});

describe('disableRules', () => {
  it('switches off what it can without anybody, and records what it could not', async () => {
    const world = new CoverageWorld();
    const { env } = world;
    const disableOwnRules = async () => ({ disabled: 4, failed: ['jira'] });
    await disableRules({ ...env, asApp: portWith<JiraPort>({ disableOwnRules }) });
    expect(world.audited).toMatchObject([
      { act: 'order.disableRules', actorAccountId: null, detail: { disabled: 4, failed: 1 } },
    ]);
  });
});
