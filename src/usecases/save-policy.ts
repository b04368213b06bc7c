import type { Answer } from '../contract/answer';
import { compilePolicy } from '../core/sla/policy';
import { auditSetting } from './audit-setting';
import type { UserEnv } from './env';
import { readPolicyText } from './policy-shape';
import type { PolicyText } from './ports/store-ports';

/**
 * Saves a policy file as a new version of its policy. `invalid` names every problem, one a line.
 * The same text again changes nothing. Whoever calls has checked that a Jira administrator asks.
 */
export async function savePolicy(env: UserEnv, text: string): Promise<Answer<PolicyText>> {
  const read = readPolicyText(text);
  if (!read.ok) return invalid(read.problems);
  const { policy } = read;
  const compiled = compilePolicy(policy);
  if (!compiled.ok) return invalid(compiled.problems);
  // As the app: the policy is the company's, and the app asks Jira for incidents by this JQL.
  const jqlProblems = policy.select.trim() === '' ? [] : await env.asApp.checkJql(policy.select);
  if (jqlProblems.length > 0) return invalid(jqlProblems.map((problem) => `select: ${problem}`));

  const latest = await env.settings.findPolicyText(policy.key);
  if (latest?.text === text) return { ok: true, value: latest };
  if (latest !== null && policy.version <= latest.version) {
    const next = `version: ${latest.version} is saved already, so give this one ${latest.version + 1}`;
    return invalid([next]);
  }
  const saved = { key: policy.key, name: policy.name, version: policy.version, text };
  await env.settings.savePolicyText(saved);
  await auditSetting(env, 'savePolicy', { key: policy.key, version: policy.version });
  return { ok: true, value: saved };
}

function invalid(problems: readonly string[]): Answer<never> {
  return { ok: false, problem: { code: 'invalid', text: problems.join('\n') } };
}
