import type { IncidentHistory } from '../../core/sla/judge/history';
import type { JudgeInputs, ManualAct } from '../../core/sla/judge/judge-inputs';
import type { UserEnv } from '../env';
import type { SlaAct } from '../ports/act-port';
import type { StoredIssue } from '../ports/incident-port';
import { enteredFrom } from './contract-moves';
import { fieldsOf } from './fields-of-plans';
import { type IncidentPlan, plansOf } from './list-incident-plans';
import { placeCommentsOf } from './place-comments';

export type FoundIncident = {
  /** The first one by key if several client projects select the issue. */
  readonly plan: IncidentPlan;
  /** As the viewer may read it. */
  readonly history: IncidentHistory;
  /** What was decided by hand on its clocks. */
  readonly acts: readonly ManualAct[];
  /** The same with what stood before. */
  readonly records: readonly SlaAct[];
  /** When it came from another contract, if it did. */
  readonly entered: Pick<JudgeInputs, 'entered'>;
};

/**
 * The issue as an incident; null when no client project's policy selects it, or the viewer may not
 * browse it. `stored` is what the store has of the issue. No read of Jira while no client project
 * has a policy; else one match, and for an incident its history, with an SQL statement where
 * something was decided by hand, and one where a comment is hidden or was edited.
 */
export async function findIncident(
  env: UserEnv,
  issueId: string,
  stored: StoredIssue,
): Promise<FoundIncident | null> {
  const plans = await plansOf(env, stored.projects);
  if (plans.length === 0) return null;
  // As the app: a JQL may name projects that the viewer may not see. What it selects tells him only
  // which client project the issue belongs to, and only after he has read the issue himself.
  const selected = await env.asApp.matchJql(
    issueId,
    plans.map(({ jql }) => jql),
  );
  const plan = plans.find((_, index) => selected[index] === true);
  if (plan === undefined) return null;
  const read = (await env.asUser.findHistory(issueId, fieldsOf([plan])))?.history ?? null;
  if (read === null) return null;
  const history = await placeCommentsOf(env, read, env.now());
  const acts = stored.hasActs ? await env.acts.listActs([history.issueId]) : [];
  const records = acts.filter(({ clientProjectId }) => clientProjectId === plan.project.id);
  const entered = enteredFrom(plan, stored.cycles);
  return {
    ...{ plan, history, records, acts: records.map(({ act }) => act) },
    entered: entered === undefined ? {} : { entered },
  };
}
