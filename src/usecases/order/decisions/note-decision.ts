import type { UserEnv } from '../../env';
import type { OrderDesk } from './open-desk';

/** Writes down who decided what about an issue's order, and has it looked at. */
export async function noteDecision(
  env: UserEnv,
  { issue, project }: OrderDesk,
  act: string,
  detail: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  await env.projects.audit({
    ...{ at: env.now(), actorAccountId: env.viewer.accountId, act: `order.${act}` },
    ...{ clientProjectId: project?.id ?? null, issueId: issue.id, detail },
  });
  await env.queue.pushOrder([issue.id], 0);
}
