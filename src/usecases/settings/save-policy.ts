import type { Answer } from '../../contract/answer';
import { compilePolicy, type Policy } from '../../core/sla/policy/policy';
import { type Instant, instant } from '../../core/time';
import type { UserEnv } from '../env';
import type { PolicyVersion } from '../ports/settings-port';
import { refuse, textsFor } from '../problem';
import { pushRefreshes } from '../push-refreshes';
import { auditSetting } from './audit-setting';
import { markProjects } from './mark-projects';
import { readPolicyText } from './policy-shape';
import { problemsOfJql } from './problems-of-jql';

/** What becomes of cycles that are open when a new version comes into effect. */
export type OpenCycles = 'keep' | 'apply';

const OPEN_AT_MOST = 5000;

/**
 * Saves a policy file as the next version of its policy. `invalid` names every problem, one a line.
 * The same rules again change nothing. A changed text with a number that is taken gets the next
 * one. A version judges cycles that start after it was saved; those that are open then keep the
 * version of their start, unless `openCycles` is `apply` (SLA semantics C4.8, C4.9). Whoever calls
 * has checked that a Jira administrator asks.
 */
export async function savePolicy(
  env: UserEnv,
  text: string,
  openCycles: OpenCycles = 'keep',
): Promise<Answer<PolicyVersion>> {
  const read = readPolicyText(text);
  if (!read.ok) return invalid(read.problems);
  const { policy } = read;
  const compiled = compilePolicy(policy);
  if (!compiled.ok) return invalid(compiled.problems);
  const jqlProblems = await problemsOfJql(env, policy);
  if (jqlProblems.length > 0) return invalid(jqlProblems);

  const latest = await env.settings.findPolicyText(policy.key);
  if (latest !== null && hasSameRules(latest, policy)) {
    if (openCycles === 'keep' || latest.appliesToOpen) return { ok: true, value: latest };
  }
  const saved = nextVersion(policy, text, { latest, openCycles, now: env.now() });
  if (!(await env.settings.addPolicyVersion(saved))) {
    return refuse('conflict', textsFor(env).versionTaken(saved.version));
  }
  const { key, version } = saved;
  await auditSetting(env, 'savePolicy', { key, version, openCycles });
  await markProjects(env);
  if (saved.appliesToOpen) {
    await pushRefreshes(env, await env.sla.listOpenIssueIds(OPEN_AT_MOST, policy.key));
  }
  return { ok: true, value: saved };
}

function nextVersion(
  policy: Policy,
  text: string,
  at: {
    readonly latest: PolicyVersion | null;
    readonly openCycles: OpenCycles;
    readonly now: Instant;
  },
): PolicyVersion {
  const { latest, now } = at;
  const isTaken = latest !== null && policy.version <= latest.version;
  const version = isTaken ? latest.version + 1 : policy.version;
  const written = instant(Date.parse(policy.effectiveFrom));
  return {
    key: policy.key,
    name: policy.name,
    version,
    text: isTaken ? `${JSON.stringify({ ...policy, version }, null, 2)}\n` : text,
    // The past was judged by the versions of then; a first version has nothing before it.
    effectiveFrom: latest === null || written > now ? written : now,
    savedAt: now,
    appliesToOpen: latest !== null && at.openCycles === 'apply',
  };
}

/** Do they differ in nothing but the number and the layout of the file? */
function hasSameRules(latest: PolicyVersion, policy: Policy): boolean {
  const read = readPolicyText(latest.text);
  if (!read.ok) return false;
  return (
    JSON.stringify({ ...read.policy, version: 0 }) === JSON.stringify({ ...policy, version: 0 })
  );
}

function invalid(problems: readonly string[]): Answer<never> {
  return { ok: false, problem: { code: 'invalid', text: problems.join('\n') } };
}
