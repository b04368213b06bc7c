import type { DepartmentCoverage } from '../../../contract/coverage';
import type { UnruledDepartment } from '../../../contract/tam-workspace';
import { isoOf } from '../../../core/time';
import type { Env, UserEnv } from '../../env';
import type { RuleGap } from '../../ports/rule-gap-port';

/** More names than anybody reads. */
const MOST_NAMED = 10;

/**
 * Keeps for the TAMs which transitions of these departments were seen without the rule (order
 * semantics D21). A department whose workflows could not be read stays as it was last seen. One read
 * and one write of KVS.
 */
export async function keepRuleGaps(
  env: Env,
  departments: readonly DepartmentCoverage[],
): Promise<void> {
  const seen = departments.filter(({ unreadable }) => unreadable === null);
  if (seen.length === 0) return;
  const keys = new Set(seen.map(({ projectKey }) => projectKey));
  const others = (await env.order.listRuleGaps()).filter(({ projectKey }) => !keys.has(projectKey));
  const gaps = seen.flatMap((department): readonly RuleGap[] => {
    const transitions = unruled(department).slice(0, MOST_NAMED);
    const { projectKey } = department;
    return transitions.length === 0 ? [] : [{ projectKey, transitions, seenAt: env.now() }];
  });
  await env.order.saveRuleGaps([...others, ...gaps]);
}

/** What a TAM is shown of his departments. One read of KVS. */
export async function listUnruled(
  env: UserEnv,
  departments: readonly { readonly projectKey: string; readonly department: string }[],
): Promise<readonly UnruledDepartment[]> {
  const gaps = await env.order.listRuleGaps();
  return departments.flatMap(({ projectKey, department }) =>
    gaps
      .filter((gap) => gap.projectKey === projectKey)
      .map(({ transitions, seenAt }) => ({ department, transitions, seenAt: isoOf(seenAt) })),
  );
}

/** Transitions through a gate that nothing refuses; creating an issue cannot be refused at all. */
function unruled({ workflows }: DepartmentCoverage): readonly string[] {
  const names = workflows.flatMap(({ transitions }) =>
    transitions
      .filter(({ state, gates, gaps }) => {
        return gates.length > 0 && state !== 'enforced' && !gaps.includes('initial');
      })
      .map(({ name }) => name),
  );
  return [...new Set(names)];
}
