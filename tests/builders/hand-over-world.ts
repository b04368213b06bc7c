import type { Issue } from '../../src/core/issue';
import { DEFAULT_SITE, type HandOverForm } from '../../src/core/order/policy/order-site';
import { instant } from '../../src/core/time';
import {
  acceptHandOver,
  returnHandOver,
} from '../../src/usecases/order/hand-over/answer-hand-over';
import { giveHandOver } from '../../src/usecases/order/hand-over/give-hand-over';
import { loadHandOvers } from '../../src/usecases/order/hand-over/load-hand-overs';
import { readOrderSetup } from '../../src/usecases/order/read/read-order-site';
import { judgeTransition } from '../../src/usecases/order/rule/judge-transition';
import { anIssue, idOf, ordered, status } from './issues';
import { NOW, OrderWorld } from './order-world';

export const [NET, VIRT] = [idOf('NET-12'), idOf('VIRT-7')];
export const HOUR = 3_600_000;

const oleg = { accountId: 'oleg', name: 'Oleg', avatarUrl: null };
const anna = { accountId: 'anna', name: 'Anna', avatarUrl: null };

const form: HandOverForm = {
  ...{ fromProjectKey: 'NET', toProjectKey: 'VIRT', gatesFinish: true },
  fields: [
    { key: 'vlan', label: 'VLAN', isRequired: true },
    { key: 'addresses', label: 'addresses', isRequired: true },
    { key: 'note', label: 'note', isRequired: false },
  ],
};
export const facts = { vlan: '120', addresses: '10.1.4.0/24' };

/** NET-12, Anna's and in progress, blocks VIRT-7, Oleg's and to do; Network hands over a VLAN. */
export function aWorld(changes: Partial<HandOverForm> = {}): OrderWorld {
  const world = new OrderWorld();
  world.order.site = { ...DEFAULT_SITE, handOvers: [{ ...form, ...changes }] };
  set(world, {}, {});
  return world;
}

/** Both as in `aWorld`, with these changes. */
export function set(world: OrderWorld, net: Partial<Issue>, virt: Partial<Issue>): void {
  const since = instant(NOW - HOUR);
  world.issues = ordered(
    [
      anIssue('NET-12', {
        ...{ category: 'inProgress', categorySince: since, assignee: anna },
        ...net,
      }),
      anIssue('VIRT-7', { assignee: oleg, categorySince: since, ...virt }),
    ],
    [['NET-12', 'VIRT-7']],
  );
}

/** What becomes of an issue that is finished now. */
export const done = () => ({ status: status('done'), categorySince: NOW });

/** 'allowed', or what the rule says. */
const judge = async (world: OrderWorld, issueKey: string, to: 'inProgress' | 'done') => {
  const verdict = await judgeTransition(world.env, {
    ...{ issueKey, toStatusId: status(to).id, mover: { kind: 'unknown' } },
    gates: ['start', 'finish'],
  });
  return verdict.allowed ? 'allowed' : verdict.text;
};

export const finish = (world: OrderWorld) => judge(world, 'NET-12', 'done');
export const start = (world: OrderWorld) => judge(world, 'VIRT-7', 'inProgress');

export const give = (world: OrderWorld, version = 0, what: Record<string, string> = facts) =>
  giveHandOver(world.env, NET, { successorId: VIRT, version, facts: what });
export const accept = (world: OrderWorld, version: number) =>
  acceptHandOver(world.env, VIRT, { blockerId: NET, version });
export const sendBack = (world: OrderWorld, version: number, reason = 'The gateway is missing') =>
  returnHandOver(world.env, VIRT, { blockerId: NET, version, reason });

/** What both ends of a hand-over are shown. */
export const load = async (world: OrderWorld, issueId: string) =>
  loadHandOvers(world.env, issueId, await readOrderSetup(world.env));

/** What people were told, `who: what`. */
export const lines = (world: OrderWorld) =>
  [...world.told.values()].map(({ accountId, line }) => `${accountId}: ${line}`);
/** What is on record. */
export const acts = (world: OrderWorld) => world.audited.map(({ act }) => act);

/** What the rule says while nothing is handed over. */
export const LACKS =
  "NET-12 can't be finished yet. Hand-over to Virtualisation lacks: VLAN, addresses. Hand over in the TAM panel.";
