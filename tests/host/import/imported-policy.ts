import type { Policy } from '../../../src/core/sla/policy/policy';
import type { ClockRules, Goal } from '../../../src/core/sla/policy/rules';

/**
 * A contract for an export: the example's calendars and targets, with the export's own priorities in
 * the export's own order, the most urgent first. A priority beyond the example's goals falls to its
 * last one, which has no conditions.
 *
 * Worked example: goals 15m (P1), 30m (P2), 4h (P3), 8h and the priorities Blocker, Major, Minor:
 * Blocker 15m, Major 30m, Minor 4h, anything else 8h.
 */
export function importedPolicy(
  example: Policy,
  priorities: readonly string[],
  effectiveFrom: string,
): Policy {
  const { response, resolution } = example.clocks;
  return {
    ...example,
    key: 'imported',
    name: 'Example contract over the imported priorities',
    version: 1,
    effectiveFrom,
    clocks: {
      ...(response && { response: regraded(response, priorities) }),
      ...(resolution && { resolution: regraded(resolution, priorities) }),
    },
  };
}

function regraded<T extends ClockRules>(rules: T, priorities: readonly string[]): T {
  let rank = 0;
  const goals = rules.goals.flatMap((goal): Goal[] => {
    if (goal.when === undefined) return [goal];
    const name = priorities[rank++];
    return name === undefined ? [] : [{ ...goal, when: { priority: [name] } }];
  });
  return { ...rules, goals };
}
