import type { IncidentsSeen } from '../../contract/sla-report';
import type { ClientProject } from '../../core/project/client-project';
import type { BreachRecord } from '../../core/sla/verdict/cycle-row';
import type { UserEnv } from '../env';
import type { ReportScope, ReportScopeQuery } from '../ports/report-scope';

/** Two questions to Jira, and some 200 kB of a statement; beyond these a report counts the newest. */
const LOOKED_AT = 2000;

export type VisibleIncidents = {
  /** Of the period, open now, or of the period before. */
  readonly issueIds: readonly string[];
  /** Null: the viewer may browse every incident of the period, and all were looked at. */
  readonly seen: IncidentsSeen | null;
  /** Of these incidents. */
  readonly breaches: readonly BreachRecord[];
};

/**
 * The issues of a report that the viewer may browse, at most 2,000 looked at, the newest of the
 * period first (SLA semantics C8.7). One SQL statement; Jira is asked as the viewer once per 1,000
 * issues, not at all without any.
 *
 * 57 incidents of which he may browse 42: 42 ids, `seen` 42 of 57.
 */
export async function findVisibleIncidents(
  env: UserEnv,
  project: ClientProject,
  query: Omit<ReportScopeQuery, 'maxIssues'>,
): Promise<VisibleIncidents> {
  const scope = await env.sla.readReportScope(project.id, { ...query, maxIssues: LOOKED_AT });
  const ids = scope.issues.map(({ issueId }) => issueId);
  const allowed = new Set(
    ids.length === 0 ? [] : await env.asUser.allowedIssues('BROWSE_PROJECTS', ids),
  );
  return {
    issueIds: ids.filter((id) => allowed.has(id)),
    seen: seenOf(scope, allowed),
    breaches: scope.breaches.filter(({ issueId }) => allowed.has(issueId)),
  };
}

function seenOf(
  { issues, ofPeriod: total, isWhole }: ReportScope,
  allowed: ReadonlySet<string>,
): IncidentsSeen | null {
  const ofPeriod = issues.filter(({ isOfPeriod }) => isOfPeriod);
  const visible = ofPeriod.filter(({ issueId }) => allowed.has(issueId)).length;
  if (isWhole && visible === total) return null;
  return { visible, lookedAt: ofPeriod.length, total, isWhole };
}
