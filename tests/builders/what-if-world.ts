import type { WhatIfChange, WhatIfView } from '../../src/contract/what-if';
import type { Issue } from '../../src/core/issue';
import { DEFAULT_POLICY, DEFAULT_RULES } from '../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../src/core/order/policy/order-site';
import { applyWhatIf } from '../../src/usecases/order/what-if/apply-what-if';
import { changeWhatIf } from '../../src/usecases/order/what-if/change-what-if';
import { loadWhatIf } from '../../src/usecases/order/what-if/load-what-if';
import { anIssue, idOf, ordered } from './issues';
import { OrderWorld } from './order-world';
import { november } from './plan';

export const ACME = 'id-ACME';

export const lag = { kind: 'workingDays', days: 1 } as const;

/**
 * NET-12 (25th), a day, VIRT-7 (26th), then UNIX-31 (26th) and BCK-3 (26th), which nobody but the
 * app may browse; VIRT-7 is before DBA-1 (26th) as well, which is no epic of ACME. No department has
 * a calendar, so every day counts. Noon in UTC on Monday the 23rd.
 */
export function worldOf(changes: Partial<Record<string, Partial<Issue>>> = {}): OrderWorld {
  const world = new OrderWorld();
  const due = { 'NET-12': 25, 'VIRT-7': 26, 'UNIX-31': 26, 'BCK-3': 26, 'DBA-1': 26 };
  world.addProject({}, ['NET-12', 'VIRT-7', 'UNIX-31', 'BCK-3']);
  world.issues = ordered(
    Object.entries(due).map(([key, day]) =>
      anIssue(key, { dueDate: november(day), ...changes[key] }),
    ),
    [
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'UNIX-31'],
      ['VIRT-7', 'BCK-3'],
      ['VIRT-7', 'DBA-1'],
    ],
  );
  world.hidden = ['BCK-3'];
  const policies = [
    { ...DEFAULT_POLICY, lags: [{ fromProjectKey: 'NET', toProjectKey: 'VIRT', lag }] },
  ];
  world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
  return world;
}

/** Somebody else does that in Jira. */
export function inJira(world: OrderWorld, key: string, changes: Partial<Issue>): void {
  world.issues = world.issues.map((one) => (one.key === key ? { ...one, ...changes } : one));
}

/** The draft after a change of it. */
export async function change(world: OrderWorld, request: WhatIfChange): Promise<WhatIfView> {
  const answer = await changeWhatIf(world.env, { clientProjectId: ACME, change: request });
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

/** The draft after these moves: each issue by key, and its day in November. */
export const move = (world: OrderWorld, ...moves: readonly [string, number][]) =>
  change(world, {
    kind: 'move',
    moves: moves.map(([key, day]) => ({ issueId: idOf(key), to: november(day) })),
  });

/** The draft as the TAM sees it. */
export async function load(world: OrderWorld): Promise<WhatIfView> {
  const answer = await loadWhatIf(world.env, ACME);
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

/** What became of the moves; the draft as it is now, unless an older stamp is given. */
export async function apply(world: OrderWorld, stamp?: string) {
  const answer = await applyWhatIf(world.env, ACME, stamp ?? (await load(world)).stamp);
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

/** What Jira holds. */
export const dueOf = (world: OrderWorld, key: string) =>
  world.issues.find((issue) => issue.key === key)?.dueDate;

/** What was written to Jira. */
export const writes = (world: OrderWorld) =>
  world.calls.filter((call) => call.includes('setDueDate'));
