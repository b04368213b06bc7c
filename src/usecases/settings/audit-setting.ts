import type { UserEnv } from '../env';

/** Writes down which setting somebody changed. */
export function auditSetting(
  env: UserEnv,
  act: string,
  detail: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  return env.projects.audit({
    at: env.now(),
    actorAccountId: env.viewer.accountId,
    act,
    clientProjectId: null,
    issueId: null,
    detail,
  });
}
