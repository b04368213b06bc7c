import { applyWhatIf } from '../../../src/usecases/order/what-if/apply-what-if';
import { JiraBusyError } from '../../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../../src/usecases/ports/jira-error';
import { idOf } from '../../builders/issues';
import { november } from '../../builders/plan';
import {
  ACME,
  apply,
  change,
  dueOf,
  inJira,
  load,
  move,
  worldOf,
  writes,
} from '../../builders/what-if-world';

describe('applyWhatIf', () => {
  it('writes as the viewer, notes each in the audit, and leaves no draft', async () => {
    const world = worldOf();
    const { stamp } = await move(world, ['NET-12', 27], ['VIRT-7', 30]);
    world.calls.length = 0;
    const applied = await apply(world, stamp);
    expect(applied).toMatchObject({
      written: [
        { key: 'NET-12', to: november(27) },
        { key: 'VIRT-7', to: november(30) },
      ],
      failed: [],
      view: { base: null, rows: [], end: { before: november(30) } },
    });
    expect(world.calls).toEqual([
      // The plan as it is now, then what is to be written once more, then the writes.
      ...['user listIssues 4', 'app listIssues 4', 'app listIssues 1', 'user listIssues 1'],
      ...['user listIssues 2', 'user setDueDate id-NET-12', 'user setDueDate id-VIRT-7'],
    ]);
    expect(world.audited).toMatchObject([
      {
        ...{ act: 'plan.setDueDate', actorAccountId: 'tam', clientProjectId: ACME },
        ...{ issueId: idOf('NET-12'), detail: { from: november(25), to: november(27) } },
      },
      { issueId: idOf('VIRT-7') },
    ]);
    expect(world.order.drafts.size).toBe(0);
  });

  it('tells issue by issue what Jira refused, and keeps it in the draft', async () => {
    const world = worldOf();
    const words = "Field 'duedate' cannot be set.";
    world.unwritable.set(idOf('NET-12'), new JiraError('PUT issue', 400, [], { duedate: words }));
    world.unwritable.set(idOf('UNIX-31'), new JiraBusyError(7, null));
    await move(world, ['NET-12', 24], ['UNIX-31', 28], ['VIRT-7', 27]);
    const applied = await apply(world);
    expect(applied).toMatchObject({
      outcome: 'applied',
      written: [{ key: 'VIRT-7', to: november(27) }],
      failed: [
        { key: 'NET-12', text: `Jira refused: ${words}` },
        { key: 'UNIX-31', text: 'Jira is busy. Try again in 7 s.' },
      ],
      view: { since: null },
    });
    // What was written is part of the base now, so that the rest can be applied again.
    expect((await load(world)).since).toBeNull();
    world.unwritable.clear();
    expect(await apply(world)).toMatchObject({ written: [{ key: 'NET-12' }, { key: 'UNIX-31' }] });
    expect(world.audited).toHaveLength(3);
  });

  it('D54: reads each issue again right before, and leaves alone what is not as it was', async () => {
    const world = worldOf();
    await move(world, ['NET-12', 24], ['VIRT-7', 27]);
    const { stamp } = await load(world);
    const { env } = world;
    let reads = 0;
    const asUser = {
      ...env.asUser,
      listIssues: async (ids: readonly string[]) => {
        reads += 1;
        // Somebody is quicker: between the reading of the plan and the first write.
        if (reads === 3) inJira(world, 'NET-12', { dueDate: november(26) });
        return env.asUser.listIssues(ids);
      },
    };
    const answer = await applyWhatIf({ ...env, asUser }, ACME, stamp);
    expect(answer).toMatchObject({
      value: {
        written: [{ key: 'VIRT-7' }],
        failed: [{ key: 'NET-12', text: expect.stringContaining('this very moment') }],
        view: {
          since: {
            changes: [{ kind: 'due', key: 'NET-12', from: november(25), to: november(26) }],
          },
        },
      },
    });
    expect(dueOf(world, 'NET-12')).toBe(november(26));
  });

  it('applies nothing but what was shown', async () => {
    const world = worldOf();
    const { stamp } = await move(world, ['NET-12', 24]);
    await move(world, ['VIRT-7', 27]);
    for (const shown of [stamp, '']) {
      await expect(applyWhatIf(world.env, ACME, shown)).resolves.toMatchObject({
        problem: { code: 'conflict' },
      });
    }
    await change(world, { kind: 'drop' });
    await expect(applyWhatIf(world.env, ACME, '')).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
    expect(writes(world)).toEqual([]);
  });
});
