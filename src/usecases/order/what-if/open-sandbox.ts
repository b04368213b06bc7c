import type { Answer } from '../../../contract/answer';
import type { ClientProject } from '../../../core/project/client-project';
import { checkRight, hasRight } from '../../check-right';
import type { UserEnv } from '../../env';
import type { DraftKey, WhatIfDraft } from '../../ports/what-if-port';
import { done, refuse, textsFor } from '../../problem';
import { readOrderSetup } from '../read/read-order-site';
import { type PlanRead, readPlan } from './read-plan';

/** Somebody's draft of due dates, and the plan as Jira has it now. */
export type Sandbox = {
  readonly project: ClientProject;
  readonly key: DraftKey;
  readonly draft: WhatIfDraft | null;
  readonly plan: PlanRead;
};

/** For those who plan the client project's dates; each finds his own draft. */
export async function openSandbox(env: UserEnv, clientProjectId: string): Promise<Answer<Sandbox>> {
  const project = await env.projects.findProject(clientProjectId);
  if (project === null || !(await hasRight(env, 'seeClientProject', project))) {
    return refuse('notFound', textsFor(env).noSuchProject);
  }
  const problem = await checkRight(env, 'planDates', project);
  if (problem !== null) return { ok: false, problem };
  const key = { clientProjectId: project.id, accountId: env.viewer.accountId };
  const [draft, plan] = await Promise.all([
    env.order.findDraft(key),
    readOrderSetup(env).then((setup) => readPlan(env, project.id, setup)),
  ]);
  if (!plan.ok) return plan;
  return done({ project, key, draft, plan: plan.value });
}
