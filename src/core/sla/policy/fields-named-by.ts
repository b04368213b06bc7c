import { compileGoalJql } from './goal-jql';
import type { Policy } from './policy';
import type { ClockRules } from './rules';

/**
 * The fields, by id or name, that a policy's conditions ask about. A history tells them from their
 * first change on; what they held before, or always, has to be asked of Jira with the issue.
 *
 * A goal `when: { jql: 'component = Billing' }` and a pause by the field Team need
 * `['components', 'Team']`.
 */
export function fieldsNamedBy({ clocks }: Policy): readonly string[] {
  const names = Object.values(clocks).flatMap((rules: ClockRules | undefined) =>
    rules === undefined ? [] : fieldsOf(rules),
  );
  const department = clocks.ownership?.department;
  if (typeof department === 'object') names.push(department.field);
  return [...new Set(names)].sort();
}

function fieldsOf({ goals, start, pause, stop, reset }: ClockRules): string[] {
  const conditions = [start, pause, stop, reset].flatMap((list) => list ?? []);
  return [
    ...conditions.flatMap(({ field }) => field?.name ?? []),
    ...goals.flatMap(({ when }) => {
      const jql = when?.jql === undefined ? null : compileGoalJql(when.jql, 'UTC');
      return jql?.ok === true ? jql.asks : [];
    }),
  ];
}
