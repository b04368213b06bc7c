import type { Answer } from '../../contract/answer';
import type { LabelView, LedgerView } from '../../contract/ledger';
import type { Reopening } from '../../core/sla/judge/blocked-spans';
import { type LedgerEntry, ledgerClock, ledgerOf } from '../../core/sla/verdict/ledger';
import { ledgerAsTold } from '../../core/sla/verdict/ledger-as-told';
import { isoOf } from '../../core/time';
import type { UserEnv } from '../env';
import type { FrozenLedger } from '../ports/ledger-port';
import { done, refuse, textsFor } from '../problem';
import { findIncident } from './find-incident';
import { frozenEntries, stretchView, toldStretches } from './frozen-stretches';
import { departmentNames, labelView } from './ledger-view';
import type { IncidentPlan } from './list-incident-plans';
import { measuresDepartments, readStoodInWay } from './read-blocked';
import { recountView } from './recount-view';

/**
 * The minute ledger of an incident: what every verdict of its clocks rests on. Frozen cycles are
 * told as they were frozen, the rest from the issue's own history as the viewer may read it. Who
 * stood in the way is told by the app, as a department's name: he may not be able to browse that
 * department's issues. Reads of Jira: one match, the history, the links as the app, and their
 * blockers; for him, those that were opened again.
 */
export async function explainClocks(env: UserEnv, issueId: string): Promise<Answer<LedgerView>> {
  const stored = await env.incidents.readIssue(issueId);
  const [found, nameOf] = await Promise.all([
    findIncident(env, issueId, stored),
    departmentNames(env),
  ]);
  if (found === null) return refuse('notFound', textsFor(env).noClocks);
  const { history, plan, acts, entered } = found;
  const recounts = await env.recounts.listRecounts(history.issueId);
  const now = env.now();
  const { blockedOf, reopenedOf } = await readStoodInWay(env, history);
  const blocked = blockedOf(history.issueId, plan.versions, now);
  const ledger = ledgerOf(history, plan.versions, now, { acts, blocked, ...entered });
  // Frozen with the blocks only where the contract measures departments, and so compared.
  const asFrozen = measuresDepartments(plan.versions)
    ? ledger
    : ledgerOf(history, plan.versions, now, { acts, ...entered });
  const frozen = toldStretches(
    await listFrozen(env, history.issueId, plan),
    asFrozen,
    plan.policy.policy.key,
  );
  const entries = openLife(ledgerAsTold(ledger, frozenEntries(frozen)));
  const end = entries.at(-1)?.to ?? history.created;
  const shown = entries.map(({ from, to, label }) => ({
    from: isoOf(from),
    to: isoOf(to),
    label: labelView(label, nameOf),
  }));
  return done({
    issueKey: history.key,
    now: isoOf(now),
    entries: shown,
    sums: sumsOf(shown),
    countedMs: sum(entries.filter(({ label }) => COUNTED.has(label.kind))),
    lifeMs: end - history.created,
    recounts: recounts
      .filter(({ clientProjectId }) => clientProjectId === plan.project.id)
      .map((recount) => recountView(recount, nameOf)),
    frozen: frozen.map((each) => stretchView(each, nameOf)),
    reopened: await reopenedViews(env, reopenedOf(history.issueId), nameOf),
    stoppedSince: end < now && entries.length > 0 ? isoOf(end) : null,
  });
}

/** By key only where the viewer may browse the blocker. One read of Jira, none without any. */
async function reopenedViews(
  env: UserEnv,
  reopened: readonly Reopening[],
  nameOf: (department: string) => string,
): Promise<LedgerView['reopened']> {
  if (reopened.length === 0) return [];
  const shown = await env.asUser.listIssues([...new Set(reopened.map(({ key }) => key))]);
  return reopened.map(({ at, key, by }) => ({
    at: isoOf(at),
    issueKey: shown.some((issue) => issue.key === key) ? key : null,
    department: nameOf(by),
  }));
}

/** The kept ledgers of the clock that the issue's ledger is told by. */
async function listFrozen(
  env: UserEnv,
  issueId: string,
  { project, versions }: IncidentPlan,
): Promise<readonly FrozenLedger[]> {
  const clock = ledgerClock(versions);
  const kept = await env.ledgers.listLedgers(issueId);
  return kept.filter((each) => each.clientProjectId === project.id && each.clock === clock);
}

const COUNTED: ReadonlySet<string> = new Set(['running', 'queue', 'blocked']);

/** Without the time after the last stop, which would only grow. */
function openLife(ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return ledger.at(-1)?.label.kind === 'stopped' ? ledger.slice(0, -1) : ledger;
}

function sum(entries: readonly LedgerEntry[]): number {
  return entries.reduce((total, { from, to }) => total + (to - from), 0);
}

function sumsOf(entries: LedgerView['entries']): LedgerView['sums'] {
  const sums = new Map<string, { label: LabelView; ms: number }>();
  for (const { from, to, label } of entries) {
    const name = JSON.stringify(label);
    const ms = Date.parse(to) - Date.parse(from) + (sums.get(name)?.ms ?? 0);
    sums.set(name, { label, ms });
  }
  return [...sums.values()].sort((a, b) => b.ms - a.ms);
}
