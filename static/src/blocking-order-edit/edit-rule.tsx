import { useEffect, useRef, useState } from 'react';
import type { BlockingOrderApi, RulePageView } from '../../../src/contract/blocking-order';
import { configText } from '../../../src/core/order/rule/rule-gates';
import { resolverOf } from '../bridge/invoke';
import { onSaveRule } from '../bridge/workflow-rule';
import { Answered } from '../ui/answered';
import { SelectField } from '../ui/inputs';
import { ProblemNotice } from '../ui/problem-notice';
import { RuleExplained, type RuleScope, SettingsLink, scopeOf } from '../ui/rule-explained';
import { Surface } from '../ui/surface';
import { useAnswer } from '../ui/use-answer';
import { useTexts } from '../ui/viewer';

const resolver = resolverOf<BlockingOrderApi>();
const SCOPES = ['start', 'finish', 'both'] as const satisfies readonly RuleScope[];

/** Chooses what a rule asks about; the workflow editor's own button saves it. */
export function EditRule() {
  const asked = useAnswer(() => resolver.describe({}));
  const { rule } = useTexts();
  return (
    <Surface title={rule.title} room="frame">
      <Answered asked={asked}>{(view) => <RuleForm view={view} />}</Answered>
    </Surface>
  );
}

function RuleForm({ view }: { view: RulePageView }) {
  const { rule } = useTexts();
  const [scope, setScope] = useState<RuleScope>(scopeOf(view.chosen ?? view.gates) ?? 'both');
  const hasFailed = useRuleConfig(scope);
  const choose = (value: string) => {
    const chosen = SCOPES.find((one) => one === value);
    if (chosen !== undefined) setScope(chosen);
  };
  return (
    <div className="form">
      <SelectField
        label={rule.choose}
        hint={view.chosen === null ? rule.chooseHint : undefined}
        value={scope}
        onChange={choose}
        options={SCOPES.map((value) => ({ value, label: rule.choices[value] }))}
      />
      <RuleExplained view={view} scope={scope} />
      <p className="small subtle">{rule.live}</p>
      <ProblemNotice problem={hasFailed ? { code: 'unavailable', text: rule.saveFailed } : null} />
      <SettingsLink />
    </div>
  );
}

/** Tells the editor what to keep, as it is chosen when its button is pressed. True: it cannot. */
function useRuleConfig(scope: RuleScope): boolean {
  const latest = useRef(scope);
  latest.current = scope;
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const config = () =>
      configText(latest.current === 'both' ? ['start', 'finish'] : [latest.current]);
    onSaveRule(config).catch(() => setFailed(true));
  }, []);
  return hasFailed;
}
