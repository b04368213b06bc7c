import type { Answer } from '../contract/answer';
import type { CycleRow } from '../core/sla/cycle-row';
import type { IncidentHistory } from '../core/sla/history';
import type { Versions } from '../core/sla/judge-incident';
import type { ManualAct } from '../core/sla/judge-inputs';
import { type LedgerEntry, ledgerOf } from '../core/sla/ledger';
import { checkRight } from './check-right';
import type { UserEnv } from './env';
import { judgeCycles } from './judge-cycles';
import { findIncidentPlan, type IncidentPlan } from './list-incident-plans';
import type { FieldDifference, Recount } from './ports/recount-port';
import { done, refuse, textsFor } from './problem';
import { placeCommentsOf } from './place-comments';
import { actsOf } from './record-sla-act';

/** By the version of each cycle's start, or wholly by the one that is in force now. */
export type RecountBy = 'own' | 'latest';

/**
 * Judges an incident again from what Jira says now, and writes second verdicts beside the frozen
 * ones that differ; those stay as they are (SLA semantics C4.8, C5.6). Answers the differences.
 * For the TAM and deputies. Two reads of Jira, five SQL statements.
 */
export async function recomputeIssue(
  env: UserEnv,
  issueId: string,
  clientProjectId: string,
  by: RecountBy,
): Promise<Answer<readonly Recount[]>> {
  const texts = textsFor(env);
  const project = await env.projects.findProject(clientProjectId);
  const plan = project === null ? null : await findIncidentPlan(env, project);
  if (plan === null) return refuse('notFound', texts.projectNotFound);
  const problem = await checkRight(env, 'decideSla', project);
  if (problem !== null) return { ok: false, problem };
  const read = (await env.asUser.findHistory(issueId))?.history ?? null;
  if (read === null) return refuse('notFound', texts.issueNotFound(issueId));
  const history = await placeCommentsOf(env, read, env.now());
  const stored = await env.sla.listCycles([history.issueId]);
  const frozen = stored.filter(
    (row) => row.frozenAt !== null && row.clientProjectId === clientProjectId,
  );
  const acts = actsOf(await env.acts.listActs([history.issueId]), issueId, clientProjectId);
  const recounts = recount(env, { history, frozen, acts, plan: planBy(plan, by) });
  await env.recounts.saveRecounts(recounts);
  await env.projects.audit({
    ...{ at: env.now(), actorAccountId: env.viewer.accountId, act: 'sla.recompute' },
    ...{ clientProjectId, issueId: history.issueId },
    detail: { by, frozen: frozen.length, differ: recounts.length },
  });
  return done(recounts);
}

function planBy(plan: IncidentPlan, by: RecountBy): IncidentPlan {
  const versions: Versions = by === 'own' ? plan.versions : [plan.policy];
  return { ...plan, versions };
}

type Again = {
  readonly history: IncidentHistory;
  readonly frozen: readonly CycleRow[];
  readonly acts: readonly ManualAct[];
  readonly plan: IncidentPlan;
};

/** The frozen cycles of which the recomputation says something else. */
function recount(env: UserEnv, { history, frozen, acts, plan }: Again): readonly Recount[] {
  const now = env.now();
  const judged = judgeCycles(history, plan, now, acts);
  const ledger = ledgerOf(history, plan.versions, now, { acts });
  return frozen.flatMap((row) => {
    const again = judged.find(({ clock, cycle }) => clock === row.clock && cycle === row.cycle);
    const fields = fieldDifferences(row, again);
    if (fields.length === 0) return [];
    const { issueId, clientProjectId, clock, cycle } = row;
    return [
      {
        ...{ issueId, clientProjectId, clock, cycle, state: again?.state ?? null },
        policyVersion: again?.policyVersion ?? plan.policy.policy.version,
        differences: { fields, intervals: intervalsOf(ledger, again ?? row) },
        ...{ actorAccountId: env.viewer.accountId, at: now },
      },
    ];
  });
}

const COMPARED = [
  ...(['state', 'startedAt', 'stoppedAt', 'dueAt', 'breachedAt', 'elapsedMs', 'pausedMs'] as const),
  ...(['targetMs', 'policyVersion', 'calendarHash', 'reason'] as const),
];

function fieldDifferences(row: CycleRow, again: CycleRow | undefined): readonly FieldDifference[] {
  if (again === undefined) return [{ name: 'state', frozen: row.state, recount: null }];
  return COMPARED.flatMap((name) =>
    row[name] === again[name] ? [] : [{ name, frozen: row[name], recount: again[name] }],
  );
}

function intervalsOf(
  ledger: readonly LedgerEntry[],
  { startedAt, stoppedAt }: CycleRow,
): Recount['differences']['intervals'] {
  return ledger
    .filter(({ from, to }) => to > startedAt && (stoppedAt === null || from < stoppedAt))
    .map(({ from, to, label }) => ({ from, to, label: label.kind }));
}
