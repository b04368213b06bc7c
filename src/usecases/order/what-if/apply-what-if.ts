import type { Answer } from '../../../contract/answer';
import type { WhatIfApplied } from '../../../contract/what-if';
import { inBatches } from '../../../core/in-batches';
import type { Issue } from '../../../core/issue';
import type { PlanBase, PlanIssue } from '../../../core/order/plan/plan-base';
import type { UserEnv } from '../../env';
import { JiraBusyError } from '../../ports/jira-busy-error';
import { JiraError } from '../../ports/jira-error';
import type { WhatIfDraft } from '../../ports/what-if-port';
import { done, refuse, textsFor } from '../../problem';
import { keep } from './change-what-if';
import { openSandbox, type Sandbox } from './open-sandbox';
import { stampOf, whatIfView } from './what-if-view';

/** Read together right before they are written: the fewer, the shorter the moment in between. */
const AT_ONCE = 10;

type Outcome = {
  readonly id: string;
  readonly key: string;
  /** Null: written. */
  readonly failure: string | null;
  /** As Jira has it after that. */
  readonly due: string | null;
};

/**
 * Writes the viewer's moves to Jira, as he himself (order semantics D54). Where anything that the
 * draft depends on has changed since its base, nothing is written. Each issue is read again right
 * before it is written, and left alone if it is not as the base has it; what could not be written
 * stays in the draft. One read of Jira per ten moves and one write a move, besides what `readPlan`
 * takes; an entry in the audit for each that was written.
 */
export async function applyWhatIf(
  env: UserEnv,
  clientProjectId: string,
  stamp: string,
): Promise<Answer<WhatIfApplied>> {
  const opened = await openSandbox(env, clientProjectId);
  if (!opened.ok) return opened;
  const { draft, plan } = opened.value;
  const texts = textsFor(env).whatIf;
  if (draft === null) return refuse('conflict', texts.noDraft);
  if (stampOf(draft) !== stamp) return refuse('conflict', texts.changedElsewhere);
  const shown = whatIfView(env, draft, plan);
  if (shown.since !== null) {
    return done({ outcome: 'stale', written: [], failed: [], view: shown });
  }
  const { left, outcomes } = await writeAll(env, opened.value, draft);
  const now = { ...plan, base: withDates(plan.base, outcomes) };
  return done({
    outcome: 'applied',
    written: outcomes.flatMap(({ id, key, failure }) =>
      failure === null ? { key, to: draft.moves.get(id) ?? '' } : [],
    ),
    failed: outcomes.flatMap(({ key, failure }) =>
      failure === null ? [] : { key, text: failure },
    ),
    view: whatIfView(env, left, now),
  });
}

type Applied = { readonly left: WhatIfDraft | null; readonly outcomes: readonly Outcome[] };

/** What is written leaves the draft at once: whoever is stopped in between finds the rest. */
async function writeAll(env: UserEnv, sandbox: Sandbox, draft: WhatIfDraft): Promise<Applied> {
  const { base, moves } = draft;
  const wanted = base.issues.filter(({ id }) => moves.has(id));
  const outcomes: Outcome[] = [];
  let left: WhatIfDraft | null = draft;
  for (const batch of inBatches(wanted, AT_ONCE)) {
    const fresh = await env.asUser.listIssues(batch.map(({ id }) => id));
    const write = (was: PlanIssue) =>
      writeOne(env, sandbox, {
        ...{ was, to: moves.get(was.id) ?? '' },
        now: fresh.find(({ id }) => id === was.id),
      });
    outcomes.push(...(await Promise.all(batch.map(write))));
    left = await keep(env, sandbox.key, without(draft, outcomes.filter(isWritten)));
  }
  return { left, outcomes };
}

function isWritten({ failure }: Outcome): boolean {
  return failure === null;
}

function without({ base, moves }: WhatIfDraft, written: readonly Outcome[]): WhatIfDraft {
  const ids = new Set(written.map(({ id }) => id));
  return {
    base: withDates(base, written),
    moves: new Map([...moves].filter(([id]) => !ids.has(id))),
  };
}

type OneMove = { readonly was: PlanIssue; readonly to: string; readonly now: Issue | undefined };

async function writeOne(
  env: UserEnv,
  { project, plan }: Sandbox,
  { was, to, now }: OneMove,
): Promise<Outcome> {
  const { id, key } = was;
  const texts = textsFor(env);
  if (now === undefined) {
    return { id, key, failure: texts.issueNotFound(key), due: was.due };
  }
  if (now.dueDate !== was.due || !plan.isOpen(now)) {
    return { id, key, failure: texts.whatIf.changedNow(key), due: now.dueDate };
  }
  try {
    await env.asUser.setDueDate(id, to);
  } catch (error) {
    return { id, key, failure: whyNot(env, key, error), due: was.due };
  }
  await env.projects.audit({
    ...{ at: env.now(), actorAccountId: env.viewer.accountId, act: 'plan.setDueDate' },
    ...{ clientProjectId: project.id, issueId: id, detail: { from: was.due, to } },
  });
  return { id, key, failure: null, due: to };
}

/** Jira's own words where it refused him: they were meant for him. */
function whyNot(env: UserEnv, key: string, error: unknown): string {
  const texts = textsFor(env);
  if (error instanceof JiraBusyError) return texts.busy(error.retryAfterSeconds);
  if (!(error instanceof JiraError)) throw error;
  if (error.status === 404) return texts.issueNotFound(key);
  const words = [...error.messages, ...Object.values(error.fields)].join(' ');
  return words === '' ? texts.unavailable : texts.refusedByJira(words);
}

function withDates(base: PlanBase, outcomes: readonly Pick<Outcome, 'id' | 'due'>[]): PlanBase {
  const dates = new Map(outcomes.map(({ id, due }) => [id, due]));
  const issues = base.issues.map((issue) => {
    const due = dates.get(issue.id);
    return due === undefined ? issue : { ...issue, due };
  });
  return { ...base, issues };
}
