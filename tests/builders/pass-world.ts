import { judgeTransition } from '../../src/usecases/order/rule/judge-transition';
import { loadPanel } from '../../src/usecases/screens/load-panel';
import { anIssue, idOf, ordered, status } from './issues';
import { aDepartment, OrderWorld } from './order-world';

export const HOUR = 3_600_000;

export const VIRT = idOf('VIRT-7');

/** NET-12 in progress before VIRT-7 of ACME; oleg leads Virtualisation. */
export function worldOf(viewerId = 'tam'): OrderWorld {
  const world = new OrderWorld();
  world.addProject({}, ['NET-12', 'VIRT-7']);
  world.departments = [
    aDepartment('NET', 'Network'),
    { ...aDepartment('VIRT', 'Virtualisation'), leadAccountId: 'oleg' },
  ];
  world.viewerId = viewerId;
  link(world, ['NET-12']);
  return world;
}

/** VIRT-7 behind these, which are in progress. */
export function link(
  world: OrderWorld,
  blockers: readonly string[],
  mine: 'todo' | 'inProgress' = 'todo',
) {
  world.issues = ordered(
    [
      ...blockers.map((key) => anIssue(key, { category: 'inProgress' })),
      anIssue('VIRT-7', { category: mine }),
    ],
    blockers.map((key) => [key, 'VIRT-7']),
  );
}

/** What the TAM asks for. */
export const REQUEST = {
  gate: 'start',
  reason: 'The client agreed',
  until: { kind: 'hours', hours: 24 },
} as const;

/** What the rule says of the start of VIRT-7. */
export const move = (world: OrderWorld) =>
  judgeTransition(world.env, {
    issueKey: 'VIRT-7',
    toStatusId: status('inProgress').id,
    mover: { kind: 'unknown' },
    gates: ['start', 'finish'],
  });

/** Of the pass that was issued first. */
export const idIn = (world: OrderWorld): string => world.order.passes[0]?.id ?? '';

/** The panel of VIRT-7. */
export async function panel(world: OrderWorld) {
  const answer = await loadPanel(world.env, VIRT);
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}
