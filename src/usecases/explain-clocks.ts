import type { Answer } from '../contract/answer';
import type { LabelView, LedgerView } from '../contract/ledger';
import { type LedgerEntry, ledgerOf } from '../core/sla/ledger';
import type { UserEnv } from './env';
import { findIncident } from './find-incident';
import { departmentNames, labelView } from './ledger-view';
import { done, refuse, textsFor } from './problem';
import { recountView } from './recount-view';

/**
 * The minute ledger of an incident, from its own history as the viewer may read it: what every
 * verdict of its clocks rests on. Reads of Jira: one match and the history; and the departments.
 */
export async function explainClocks(env: UserEnv, issueId: string): Promise<Answer<LedgerView>> {
  const [found, nameOf] = await Promise.all([findIncident(env, issueId), departmentNames(env)]);
  if (found === null) return refuse('notFound', textsFor(env).noClocks);
  const { history, plan, acts } = found;
  const recounts = await env.recounts.listRecounts(history.issueId);
  const now = env.now();
  const entries = openLife(ledgerOf(history, plan.versions, now, { acts }));
  const end = entries.at(-1)?.to ?? history.created;
  const shown = entries.map(({ from, to, label }) => ({
    from: iso(from),
    to: iso(to),
    label: labelView(label, nameOf),
  }));
  return done({
    issueKey: history.key,
    now: iso(now),
    entries: shown,
    sums: sumsOf(shown),
    countedMs: sum(entries.filter(({ label }) => COUNTED.has(label.kind))),
    lifeMs: end - history.created,
    recounts: recounts
      .filter(({ clientProjectId }) => clientProjectId === plan.project.id)
      .map((recount) => recountView(recount, nameOf)),
    stoppedSince: end < now && entries.length > 0 ? iso(end) : null,
  });
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

function iso(at: number): string {
  return new Date(at).toISOString();
}
