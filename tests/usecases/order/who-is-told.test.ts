import type { Issue } from '../../../src/core/issue';
import { instant } from '../../../src/core/time';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { anIssue, idOf, ordered } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const VIRT = idOf('VIRT-7');
const oleg = { accountId: 'oleg', name: 'Oleg', avatarUrl: null };

/** Who hears that VIRT-7 may start, a minute after NET-12 was done. */
async function told(world: OrderWorld, virt: Partial<Issue> = {}): Promise<readonly string[]> {
  const set = (category: 'todo' | 'done') => {
    world.issues = ordered(
      [anIssue('NET-12', { category }), anIssue('VIRT-7', virt)],
      [['NET-12', 'VIRT-7']],
    );
  };
  set('todo');
  await refreshOrder(world.env, VIRT);
  set('done');
  await refreshOrder(world.env, VIRT);
  world.now = instant(NOW + 60_000);
  await refreshOrder(world.env, VIRT);
  return [...world.told.values()].map(({ accountId }) => accountId).sort();
}

function withLead(): OrderWorld {
  const world = new OrderWorld();
  world.departments = world.departments.map((department) =>
    department.projectKey === 'VIRT' ? { ...department, leadAccountId: 'lead' } : department,
  );
  return world;
}

describe('"you may start"', () => {
  it('is told to the assignee alone', async () => {
    expect(await told(withLead(), { assignee: oleg })).toEqual(['oleg']);
  });

  it("is told to the department's lead where nobody is assigned", async () => {
    expect(await told(withLead())).toEqual(['lead']);
  });

  it("is told to the component's lead before that of the department", async () => {
    const world = withLead();
    world.componentLeads.set('2', 'leads VMs');
    expect(await told(world, { componentIds: ['1', '2'] })).toEqual(['leads VMs']);
  });

  it('is told to whoever leads the Jira project where the department has no lead', async () => {
    const world = new OrderWorld();
    world.projectLeads.set('p-VIRT', 'leads all');
    expect(await told(world)).toEqual(['leads all']);
  });

  it('asks Jira for leads only where nobody has the issue', async () => {
    const asked = ({ calls }: OrderWorld) => calls.filter((call) => call.includes('Lead'));
    const [assigned, led, neither] = [withLead(), withLead(), new OrderWorld()];
    const componentIds = ['1'];
    await told(assigned, { assignee: oleg, componentIds });
    await told(led, { componentIds });
    await told(neither);
    expect(asked(assigned)).toEqual([]);
    expect(asked(led)).toEqual(['app findComponentLead 1']);
    expect(asked(neither)).toEqual(['app findProjectLead']);
  });

  it('is told to nobody where there is neither', async () => {
    expect(await told(new OrderWorld())).toEqual([]);
  });

  it('is told to the TAM too where the end of the client project depends on it', async () => {
    const world = withLead();
    world.addProject({}, ['NET-12', 'VIRT-7']);
    expect(await told(world, { assignee: oleg })).toEqual(['oleg', 'tam']);
  });

  it('is told once to a TAM to whom it is assigned', async () => {
    const world = withLead();
    world.addProject({ tamAccountId: 'oleg' }, ['NET-12', 'VIRT-7']);
    expect(await told(world, { assignee: oleg })).toEqual(['oleg']);
  });
});
