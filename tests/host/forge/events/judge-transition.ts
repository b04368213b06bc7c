import type { TransitionJudge } from '../../jira/jira';
import type { Assumptions } from '../forge';
import { extensionAri } from '../install-app';
import type { AppManifest } from '../manifest/app-manifest';
import type { Invoker } from '../runtime/invoker';

/**
 * Answers for the app's workflow validators. The function gets the issue's key, the rule's
 * configuration and the two statuses, and no user to ask as; whether it is told who moves the issue
 * is an assumption. One that fails refuses the transition, as
 * Jira does when a rule cannot be evaluated. ("Workflow validator" module, Forge docs.)
 */
export function judgeTransitionsBy(
  manifest: AppManifest,
  invoke: Invoker,
  assumptions: Assumptions,
): TransitionJudge {
  return async (rule, { issueKey, from, to, actor }) => {
    const module = manifest.validators.find(
      ({ key }) => extensionAri(manifest, key) === rule.extension,
    );
    if (module === undefined) return { result: false };
    const outcome = await invoke({
      functionKey: module.function,
      moduleKey: module.key,
      trigger: 'validator',
      ...(assumptions.tellMover && actor.kind === 'user' ? { principal: actor.accountId } : {}),
      body: {
        issue: { key: issueKey },
        configuration: rule.config === undefined ? {} : JSON.parse(rule.config),
        transition: { from: { id: from }, to: { id: to } },
      },
    });
    if (!outcome.ok) return { result: false };
    const { result, errorMessage } = (outcome.body ?? {}) as {
      result?: unknown;
      errorMessage?: string;
    };
    return { result: result === true, ...(errorMessage === undefined ? {} : { errorMessage }) };
  };
}
