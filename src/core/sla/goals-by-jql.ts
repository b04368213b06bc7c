import type { Policy } from './policy';

/**
 * Problems of goals that ask JQL: the clocks can weigh them, but neither the app nor the audit can
 * answer what a JQL said of an issue in the past, so whoever takes a policy in refuses them.
 *
 * A first response goal with `when: { jql: 'labels = vip' }` answers
 * `['clocks.response.goals[0].when.jql: …']`; a policy without such goals answers `[]`.
 */
export function goalsByJql(policy: Policy): string[] {
  return Object.entries(policy.clocks).flatMap(([clock, rules]) =>
    rules.goals.flatMap(({ when }, index) =>
      when?.jql === undefined
        ? []
        : [
            `clocks.${clock}.goals[${index}].when.jql: goals by JQL cannot be judged yet; use priority, issueType or department`,
          ],
    ),
  );
}
