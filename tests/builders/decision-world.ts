import type { Issue } from '../../src/core/issue';
import {
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type OrderPolicy,
} from '../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../src/core/order/policy/order-site';
import { judgeTransition } from '../../src/usecases/order/rule/judge-transition';
import { loadPanel } from '../../src/usecases/screens/load-panel';
import { anIssue, idOf, ordered, status } from './issues';
import { OrderWorld } from './order-world';

/** Ids of the two issues of this world. */
export const [NET, VIRT] = [idOf('NET-12'), idOf('VIRT-7')];

/** NET-12 before VIRT-7, both epics of ACME, seen by its TAM. */
export function worldOf(net: Partial<Issue> = {}, policy: Partial<OrderPolicy> = {}): OrderWorld {
  const world = new OrderWorld();
  world.addProject({}, ['NET-12', 'VIRT-7']);
  world.issues = ordered([anIssue('NET-12', net), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);
  const policies = [{ ...DEFAULT_POLICY, ...policy }];
  world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
  return world;
}

/** What the panel of an issue shows the viewer. */
export async function panel(world: OrderWorld, key = 'VIRT-7') {
  const answer = await loadPanel(world.env, idOf(key));
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

/** Does the rule let VIRT-7 start? */
export const isAllowed = async (world: OrderWorld) => {
  const verdict = await judgeTransition(world.env, {
    issueKey: 'VIRT-7',
    toStatusId: status('inProgress').id,
    mover: { kind: 'unknown' },
    gates: ['start'],
  });
  return verdict.allowed;
};
