import type { Answer } from '../../contract/answer';
import type { IncidentHistory } from '../../core/sla/judge/history';
import type { Versions } from '../../core/sla/judge/judge-incident';
import type { JudgeInputs } from '../../core/sla/judge/judge-inputs';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { ledgersOf } from '../../core/sla/verdict/ledger';
import type { LedgerChange } from '../../core/sla/verdict/ledger-difference';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import type { FrozenLedger } from '../ports/ledger-port';
import type { Recount } from '../ports/recount-port';
import { done, refuse, textsFor } from '../problem';
import { enteredFrom, lastLeft } from './contract-moves';
import { fieldsOf } from './fields-of-plans';
import { judgeCycles } from './judge-cycles';
import { findIncidentPlan, type IncidentPlan } from './list-incident-plans';
import { placeCommentsOf } from './place-comments';
import { measuresDepartments, readBlockedOf } from './read-blocked';
import { actsOf } from './record-sla-act';
import { fieldDifferences, isAnother, ledgerChanges } from './second-verdict';

/** By the version of each cycle's start, or wholly by the one that is in force now. */
export type RecountBy = 'own' | 'latest';

/**
 * Judges an incident again from what Jira says now, and writes second verdicts beside the frozen
 * ones that differ; those stay as they are (SLA semantics C4.8, C5.6). Answers the differences:
 * field by field, and the stretches that it counts otherwise than the ledger that was frozen.
 * For the TAM and deputies. Two reads of Jira, six SQL statements.
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
  const read = (await env.asUser.findHistory(issueId, fieldsOf([plan])))?.history ?? null;
  if (read === null) return refuse('notFound', texts.issueNotFound(issueId));
  const history = await placeCommentsOf(env, read, env.now());
  const stored = await env.sla.listCycles([history.issueId]);
  const entered = enteredFrom(plan, stored);
  const left = lastLeft(stored.filter((row) => row.clientProjectId === clientProjectId));
  // What another policy decided has no version here; only the one of now can judge it again. What
  // ended when the issue passed to another contract stands: no history tells of that.
  const frozen = stored.filter(
    (row) =>
      row.frozenAt !== null &&
      row.clientProjectId === clientProjectId &&
      (left === null || row.startedAt >= left) &&
      (by === 'latest' || row.policyKey === plan.policy.policy.key),
  );
  const ledgers = frozen.length === 0 ? [] : await env.ledgers.listLedgers(history.issueId);
  const acts = actsOf(await env.acts.listActs([history.issueId]), issueId, clientProjectId);
  // As when it was frozen: only contracts that measure departments are told who stood in the way.
  const blocked = measuresDepartments(plan.versions)
    ? (await readBlockedOf(env, history))(history.issueId, plan.versions, env.now())
    : [];
  const inputs = { acts, blocked, ...(entered === undefined ? {} : { entered }) };
  const again = { history, frozen, ledgers, inputs, plan: planBy(plan, by) };
  const recounts = recount(env, again);
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
  readonly ledgers: readonly FrozenLedger[];
  readonly inputs: JudgeInputs;
  readonly plan: IncidentPlan;
};

/** Beyond them a table helps nobody. */
const LISTED_CHANGES = 200;
/** Of the 64 kB of their column, where the names of departments are long. */
const LISTED_BYTES = 50_000;

/** The frozen cycles of which the recomputation says something else. */
function recount(env: UserEnv, { history, frozen, ledgers, inputs, plan }: Again): Recount[] {
  const now = env.now();
  const judged = judgeCycles(history, plan, now, inputs);
  const ledgerNow = ledgersOf(history, plan.versions, now, inputs);
  return frozen.flatMap((row) => {
    const isSame = (other: Pick<CycleRow, 'clock' | 'cycle' | 'clientProjectId'>) =>
      other.clock === row.clock &&
      other.cycle === row.cycle &&
      other.clientProjectId === row.clientProjectId;
    const again = judged.find(isSame);
    const fields = fieldDifferences(row, again, plan.versions);
    const kept = ledgers.find(isSame);
    const changes = ledgerChanges(kept, ledgerNow(row.clock), again, now);
    if (!isAnother(fields, changes)) return [];
    const listed = changes === null ? null : listable(changes);
    const moreChanges = (changes?.length ?? 0) - (listed?.length ?? 0);
    const { issueId, clientProjectId, clock, cycle } = row;
    return [
      {
        ...{ issueId, clientProjectId, clock, cycle, state: again?.state ?? null },
        policyVersion: again?.policyVersion ?? plan.policy.policy.version,
        differences: { fields, changes: listed, moreChanges },
        ...{ because: 'recompute' as const, actorAccountId: env.viewer.accountId, at: now },
      },
    ];
  });
}

function listable(changes: readonly LedgerChange[]): readonly LedgerChange[] {
  let room = LISTED_BYTES;
  return changes.slice(0, LISTED_CHANGES).filter((change) => {
    room -= Buffer.byteLength(JSON.stringify(change)) + 1;
    return room >= 0;
  });
}
