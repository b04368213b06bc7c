import type { Issue } from '../../../core/issue';
import { compareKeys } from '../../../core/order/graph/sort-by-order';
import type { WhyOpen } from '../../../core/order/judge/judgement';
import type { Refusal } from '../../../core/order/rule/refusal-text';
import type { Through } from '../../../core/order/rule/refusal-words';
import type { Department } from '../../../core/project/client-project';
import { countHidden, departmentName } from '../../../core/project/hidden-items';
import type { Env } from '../../env';
import { JiraBusyError } from '../../ports/jira-busy-error';
import { JiraError } from '../../ports/jira-error';

/** An open blocker, why it still holds, and how it stands there; null: by a link of its own. */
export type BlockerToName = {
  readonly issue: Issue;
  readonly why: WhyOpen;
  readonly through: Through | null;
};

/**
 * What a refusal may say of blockers to whoever moves the issue. Nobody may learn of an issue that
 * he may not browse (order semantics D4), and the text is shown to somebody whom Forge need not
 * name: `principal` is optional in a function's context (Forge docs, "Function arguments"), and
 * the page of the workflow validator promises no user. So:
 *
 * - the mover is known: Jira is asked what he may browse, one read, and only that is named;
 * - he is not, or Jira does not tell about others: only blockers in departments that an
 *   administrator has marked as open to everybody are named, and none that has a security level;
 * - everything else is a count by department. The panel names to each viewer what he may see.
 */
export async function nameBlockers(
  env: Env,
  blockers: readonly BlockerToName[],
  departments: readonly Department[],
  actorAccountId: string | null,
): Promise<Pick<Refusal, 'named' | 'hidden'>> {
  const issues = blockers.map(({ issue }) => issue);
  const open = issues.filter((issue) => isOpenToAll(issue, departments)).map(({ id }) => id);
  const nameable = new Set(
    open.length === blockers.length || actorAccountId === null
      ? open
      : ((await findBrowsable(env, actorAccountId, issues)) ?? open),
  );
  const named = blockers.filter(({ issue }) => nameable.has(issue.id));
  const hidden = blockers.filter(({ issue }) => !nameable.has(issue.id));
  const dueOf = (asked: string) => {
    const found = hidden.find(({ issue }) => issue.key === asked);
    return found?.why.kind === 'status' ? found.issue.dueDate : null;
  };
  return {
    named: [...named]
      .sort((a, b) => compareKeys(a.issue.key, b.issue.key))
      .map(({ issue, why, through }) => ({
        key: issue.key,
        department: departmentName(issue, departments),
        statusName: issue.status.name,
        assigneeName: issue.assignee?.name ?? null,
        dueDate: issue.dueDate,
        why,
        ...(through === null ? {} : { through }),
      })),
    hidden: countHidden(
      hidden.map(({ issue }) => issue.key),
      departments,
      dueOf,
    ),
  };
}

/** May everybody know of it: an open department, and no security level? */
export function isOpenToAll(issue: Issue, departments: readonly Department[]): boolean {
  const department = departments.find(({ projectId }) => projectId === issue.projectId);
  return department?.isOpen === true && !issue.isRestricted;
}

/** Null when Jira does not tell the app about this person, or not now. */
async function findBrowsable(
  env: Env,
  accountId: string,
  blockers: readonly Issue[],
): Promise<readonly string[] | null> {
  try {
    return await env.asApp.browsableBy(
      accountId,
      blockers.map(({ id }) => id),
    );
  } catch (error) {
    // Refusing with counts is right even then; only the names are lost.
    if (!(error instanceof JiraError || error instanceof JiraBusyError)) throw error;
    env.log.warn('rights of the mover unknown', { why: error.message });
    return null;
  }
}
