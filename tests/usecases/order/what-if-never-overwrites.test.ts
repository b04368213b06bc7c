import * as fc from 'fast-check';
import { applyWhatIf } from '../../../src/usecases/order/what-if/apply-what-if';
import { changeWhatIf } from '../../../src/usecases/order/what-if/change-what-if';
import { loadWhatIf } from '../../../src/usecases/order/what-if/load-what-if';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';
import { november } from '../../builders/plan';

const ACME = 'id-ACME';
const KEYS = ['NET-12', 'VIRT-7', 'UNIX-31'] as const;

const key = fc.constantFrom(...KEYS);
const day = fc.integer({ min: 20, max: 30 });
const owner = fc.constantFrom('tam', 'deputy');

/** What two people do with their drafts, and everybody else with the issues. */
const act = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), owner, key, day }),
  fc.record({ kind: fc.constantFrom('rebase' as const, 'drop' as const), owner }),
  fc.record({
    kind: fc.constant('apply' as const),
    owner,
    /** Somebody is quicker: as the nth reading of the apply begins, this issue is due then. */
    meanwhile: fc.option(fc.record({ key, day, reading: fc.integer({ min: 1, max: 4 }) })),
  }),
  fc.record({ kind: fc.constant('elsewhere' as const), key, day }),
  fc.record({ kind: fc.constant('finish' as const), key }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

function worldOf(): OrderWorld {
  const world = new OrderWorld();
  world.addProject({}, KEYS);
  world.issues = ordered(
    KEYS.map((each) => anIssue(each, { dueDate: november(25) })),
    [
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'UNIX-31'],
    ],
  );
  return world;
}

const dueOf = (world: OrderWorld, id: string) =>
  world.issues.find((issue) => issue.id === id)?.dueDate ?? null;

function inJira(world: OrderWorld, issueKey: string, changes: object): void {
  world.issues = world.issues.map((one) => (one.key === issueKey ? { ...one, ...changes } : one));
}

/** What the draft on the screen said of each issue that was written: "id: on the screen, really". */
async function apply(world: OrderWorld, { meanwhile }: Extract<Act, { kind: 'apply' }>) {
  const { env } = world;
  const shown = await loadWhatIf(env, ACME);
  if (!shown.ok) throw new Error(shown.problem.text);
  const rows = new Map(shown.value.rows.map((row) => [row.id, row]));
  const written: string[] = [];
  let readings = 0;
  const asUser = {
    ...env.asUser,
    listIssues: async (ids: readonly string[]) => {
      readings += 1;
      if (meanwhile?.reading === readings) {
        inJira(world, meanwhile.key, { dueDate: november(meanwhile.day) });
      }
      return env.asUser.listIssues(ids);
    },
    setDueDate: async (id: string, to: string) => {
      const row = rows.get(id);
      if (row?.due !== dueOf(world, id)) written.push(`${id}: ${row?.due}, ${dueOf(world, id)}`);
      if (row?.move !== to) written.push(`${id}: ${row?.move} and not ${to}`);
      return env.asUser.setDueDate(id, to);
    },
  };
  await applyWhatIf({ ...env, asUser }, ACME, shown.value.stamp);
  return written;
}

async function run(world: OrderWorld, one: Act): Promise<readonly string[]> {
  if ('owner' in one) world.viewerId = one.owner;
  const edit = (change: Parameters<typeof changeWhatIf>[1]['change']) =>
    changeWhatIf(world.env, { clientProjectId: ACME, change });
  switch (one.kind) {
    case 'move':
      await edit({ kind: 'move', moves: [{ issueId: idOf(one.key), to: november(one.day) }] });
      return [];
    case 'rebase':
    case 'drop':
      await edit({ kind: one.kind });
      return [];
    case 'elsewhere':
      inJira(world, one.key, { dueDate: november(one.day) });
      return [];
    case 'finish':
      inJira(world, one.key, { status: status('done') });
      return [];
    case 'apply':
      return apply(world, one);
  }
}

describe('two drafts in a Jira where others work', () => {
  it('D54: never overwrite a date but the one that was on the screen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 25 }), async (acts) => {
        const world = worldOf();
        for (const one of acts) expect(await run(world, one)).toEqual([]);
      }),
      { numRuns: 300, seed: 54 },
    );
  });
});
