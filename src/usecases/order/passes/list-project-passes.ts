import type { Answer } from '../../../contract/answer';
import type { ProjectPasses } from '../../../contract/tam-workspace';
import { instant } from '../../../core/time';
import { hasRight } from '../../check-right';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { ownPassState, passView } from './pass-views';

/** 90 days: as many as a quarterly service review looks back on. */
const LOOK_BACK_MS = 7_776_000_000;

/**
 * The passes issued for a client project in the last 90 days, for those who may see the project
 * (order semantics D33). One SQL statement besides the project's own; Jira is read as the viewer,
 * once per hundred issues: of a pass on an issue that he may not browse he learns that there is one.
 */
export async function listProjectPasses(
  env: UserEnv,
  clientProjectId: string,
): Promise<Answer<ProjectPasses>> {
  const project = await env.projects.findProject(clientProjectId);
  if (project === null || !(await hasRight(env, 'seeClientProject', project))) {
    return refuse('notFound', textsFor(env).noSuchProject);
  }
  const now = env.now();
  // A pass of this very millisecond belongs to it: the period itself ends before its `to`.
  const period = { from: instant(now - LOOK_BACK_MS), to: instant(now + 1) };
  const passes = await env.order.listPassesOf(project.id, period);
  const issues = await env.asUser.listIssues([...new Set(passes.map(({ issueId }) => issueId))]);
  const keys = new Map(issues.map(({ id, key }) => [id, key]));
  const seen = passes.flatMap((pass) => {
    const issueKey = keys.get(pass.issueId);
    return issueKey === undefined ? [] : [{ pass, issueKey }];
  });
  const ids = seen.flatMap(({ pass }) => [pass.issuedBy, pass.revokedBy ?? pass.issuedBy]);
  const people = await env.asUser.listPeople([...new Set(ids)]);
  const names = new Map(people.map(({ accountId, name }) => [accountId, name]));
  const rows = seen.map(({ pass, issueKey }) => ({
    ...passView(pass, ownPassState(pass, now), (id) => names.get(id) ?? null),
    issueKey,
  }));
  return done({ passes: rows.reverse(), hidden: passes.length - seen.length });
}
