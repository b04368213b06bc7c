import type { Policy } from '../core/sla/policy';
import type { Env } from './env';

/**
 * What Jira has against the policy's JQL, with the place. Goals are judged without Jira, but only it
 * knows whether a field or a value exists at all. As the app: the policy is the company's, and the
 * app asks Jira for incidents by it. One read.
 */
export async function problemsOfJql(env: Env, policy: Policy): Promise<readonly string[]> {
  const goals = Object.entries(policy.clocks).flatMap(([clock, rules]) =>
    rules.goals.flatMap(({ when }, index) =>
      when?.jql === undefined ? [] : [[`clocks.${clock}.goals[${index}].when.jql`, when.jql]],
    ),
  );
  const asked = [['select', policy.select] as const, ...goals];
  const jqls = [...new Set(asked.map(([, jql]) => jql as string))];
  const answers = await env.asApp.checkJqls(jqls);
  return asked.flatMap(([place, jql]) =>
    (answers[jqls.indexOf(jql as string)] ?? []).map((problem) => `${place}: ${problem}`),
  );
}
