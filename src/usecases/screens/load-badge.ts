import type { Answer } from '../../contract/answer';
import type { BadgeView } from '../../contract/tam-badge';
import { isoOf } from '../../core/time';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';
import { projectHead } from '../views';
import { readShortAnswer } from './read-short-answer';

/** The short answer for one issue, with its client project. One read more for the TAM's name. */
export async function loadBadge(env: UserEnv, issueId: string): Promise<Answer<BadgeView>> {
  const answer = await readShortAnswer(env, issueId);
  if (answer === null) return refuse('notFound', textsFor(env).issueNotFound(issueId));
  const { issue, project, clocks, start } = answer;
  const people = project === null ? [] : await env.asUser.listPeople([project.tamAccountId]);
  return done({
    now: isoOf(env.now()),
    issueKey: issue.key,
    project: project === null ? null : projectHead(project, people),
    start,
    sla: clocks?.sla ?? null,
  });
}
