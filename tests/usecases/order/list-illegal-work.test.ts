import { DEFAULT_POLICY } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import type { UserEnv } from '../../../src/usecases/env';
import { listIllegalWork } from '../../../src/usecases/order/settings/list-illegal-work';
import { anIssue, idOf, ordered } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';

const searched: string[] = [];

function envOf(world: OrderWorld): UserEnv {
  const { env } = world;
  const running = () => world.issues.filter(({ status }) => status.category === 'inProgress');
  return {
    ...env,
    asApp: {
      ...env.asApp,
      listLinkTypes: async () => [
        { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
      ],
      searchIds: async (jql) => {
        searched.push(jql);
        return { ids: running().map(({ id }) => id), next: null };
      },
    },
    asUser: {
      ...env.asUser,
      allowedIssues: async (_permission, ids) =>
        ids.filter((id) => !world.hidden.some((key) => idOf(key) === id)),
    },
  };
}

/** VIRT-7 and UNIX-3 run behind NET-12, which runs as well; DBA-1 runs behind what is done. */
function aWorld(): OrderWorld {
  const world = new OrderWorld();
  world.issues = ordered(
    [
      ...['NET-12', 'VIRT-7', 'UNIX-3', 'DBA-1'].map((key) =>
        anIssue(key, { category: 'inProgress' }),
      ),
      anIssue('NET-1', { category: 'done' }),
    ],
    [
      ['NET-12', 'VIRT-7'],
      ['NET-12', 'UNIX-3'],
      ['NET-1', 'DBA-1'],
    ],
  );
  return world;
}

async function foundIn(world: OrderWorld, site: unknown = DEFAULT_SITE) {
  const answer = await listIllegalWork(envOf(world), site);
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

describe('listIllegalWork', () => {
  it('lists what runs behind what is not done, with what it waits for (D51)', async () => {
    expect(await foundIn(aWorld())).toEqual({
      ...{ total: 2, hidden: 0, left: 0 },
      issues: [
        {
          ...{ issueKey: 'UNIX-3', summary: 'Summary of UNIX-3', department: 'Project UNIX' },
          ...{ waitsFor: ['NET-12'], waitsForHidden: 0 },
        },
        {
          ...{ issueKey: 'VIRT-7', summary: 'Summary of VIRT-7', department: 'Virtualisation' },
          ...{ waitsFor: ['NET-12'], waitsForHidden: 0 },
        },
      ],
    });
  });

  it('names nothing that the viewer may not browse, and counts it', async () => {
    const world = aWorld();
    world.hidden = ['NET-12', 'UNIX-3'];
    expect(await foundIn(world)).toMatchObject({
      ...{ total: 2, hidden: 1 },
      issues: [{ issueKey: 'VIRT-7', waitsFor: [], waitsForHidden: 1 }],
    });
  });

  it('goes by the rules as they are edited: a soft link holds nothing back', async () => {
    const soft = { ...DEFAULT_POLICY, linkTypes: [{ typeId: null, hardness: 'soft' }] };
    const site = { ...DEFAULT_SITE, rules: { ...DEFAULT_SITE.rules, policies: [soft] } };
    expect(await foundIn(aWorld(), site)).toMatchObject({ total: 0, issues: [] });
  });

  it('asks for statuses that only a department takes for running', async () => {
    const rules = { ...DEFAULT_SITE.rules, statusMaps: { NET: { '77': 'inProgress' } } };
    await foundIn(aWorld(), { ...DEFAULT_SITE, rules });
    expect(searched.at(-1)).toBe(
      'issueLinkType in ("Blocks") AND (statusCategory = "In Progress" OR status in (77)) ORDER BY key ASC',
    );
  });

  it('puts nothing into the search but ids of statuses', async () => {
    const world = aWorld();
    const VIRT = { '10004': 'inProgress', '1) OR (project = SECRET': 'inProgress' } as const;
    const rules = { ...DEFAULT_SITE.rules, statusMaps: { VIRT } };
    await listIllegalWork(envOf(world), { ...DEFAULT_SITE, rules });
    expect(searched.at(-1)).toContain('OR status in (10004))');
    expect(searched.at(-1)).not.toContain('SECRET');
  });
});
