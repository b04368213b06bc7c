import type { Env } from '../../env';

/**
 * What can still be done when the app is uninstalled without having been prepared for it: every
 * rule is switched off, so that Jira asks none of them. They cannot be removed: changing a workflow
 * takes an administrator, and there is nobody (order semantics D32).
 */
export async function disableRules(env: Env): Promise<void> {
  // As the app: Forge calls this without a user, and Jira lets only an app configure its rules so.
  const { disabled, failed } = await env.asApp.disableOwnRules();
  env.log.info('rules switched off', { disabled, failed: failed.length });
  await env.projects.audit({
    ...{ at: env.now(), actorAccountId: null, act: 'order.disableRules' },
    ...{ clientProjectId: null, issueId: null },
    detail: { disabled, failed: failed.length },
  });
}
