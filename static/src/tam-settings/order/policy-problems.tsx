import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import { useTexts } from '../../ui/viewer';

/** Why policies do not do what they are there for (order semantics D7); nothing is blocked by that. */
export function PolicyProblems({ view }: { view: OrderSettingsView }) {
  const { orderSettings: texts } = useTexts();
  const { problems, site } = view;
  if (problems.length === 0) return null;
  const nameOf = (key: string) => site.rules.policies.find((it) => it.key === key)?.name ?? key;
  return (
    <div className="notice notice-warning" role="status">
      <ul>
        {problems.map((problem) => {
          const name = nameOf(problem.policyKey);
          const text =
            problem.kind === 'missingLinkType'
              ? texts.problem.missingLinkType(name, problem.typeId ?? texts.blocks)
              : texts.problem[problem.kind](name);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </div>
  );
}
