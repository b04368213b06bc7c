import { NotModelled, Refusal } from '../endpoint';
import type { Actor } from '../jira-types';
import { mayInProject, projectOf } from '../permissions';
import type { Site } from '../site';
import type { Issue } from '../state/types';
import type { Transition, TransitionRule, WorkflowRule } from '../state/workflow-types';
import { FORGE_VALIDATOR } from '../state/workflows';

const uncheckable = 'A rule of the workflow could not be checked.';

/** Asks every validator of the transition in turn; the first that does not agree refuses with 400. */
export async function askRules(
  site: Site,
  actor: Actor,
  issue: Issue,
  transition: Transition,
): Promise<void> {
  for (const rule of transition.validators) {
    const refusal = await refusalOf(site, actor, issue, { rule, to: transition.to });
    if (refusal !== null) throw new Refusal(400, { errorMessages: [refusal], errors: {} });
  }
}

async function refusalOf(
  site: Site,
  actor: Actor,
  issue: Issue,
  asked: { rule: WorkflowRule; to: string },
): Promise<string | null> {
  const { rule, to } = asked;
  if (rule.ruleKey === 'system:check-permission-validator') {
    const permission = rule.parameters.permissionKey ?? '';
    const may = mayInProject(site.state, actor, permission, projectOf(site.state, issue));
    return may ? null : `You need the permission ${permission} for this transition.`;
  }
  if (rule.ruleKey !== FORGE_VALIDATOR) throw new NotModelled(`the validator ${rule.ruleKey}`);
  if (rule.parameters.disabled === 'true') return null;
  const call = { issueKey: issue.key, from: issue.statusId, to, actor };
  // Forge fails closed: no answer, an error or anything but `result: true` refuses.
  const verdict = await Promise.resolve(site.judge()?.(judged(rule), call)).catch(() => undefined);
  return verdict?.result === true ? null : (verdict?.errorMessage ?? uncheckable);
}

function judged({ ruleKey, parameters }: WorkflowRule): TransitionRule {
  const { key = '', config = '' } = parameters;
  const moduleKey = key.split('/').at(-1) ?? '';
  return { ruleKey, moduleKey, extension: key, ...(config === '' ? {} : { config }) };
}
