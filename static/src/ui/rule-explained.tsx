import type { RulePageView } from '../../../src/contract/blocking-order';
import type { Gate } from '../../../src/core/order/judge/judgement';
import { openModuleInTab } from '../bridge/router';
import { useTexts } from './viewer';
import './notice.css';

/** What a rule asks about, as one word. */
export type RuleScope = Gate | 'both';

/** Both gates or one, as one word; null for none. */
export function scopeOf(gates: readonly Gate[]): RuleScope | null {
  if (gates.length > 1) return 'both';
  return gates[0] ?? null;
}

/** What the rule will do on this transition, in sentences. */
export function RuleExplained({ view, scope }: { view: RulePageView; scope: RuleScope }) {
  const { rule } = useTexts();
  const { transition, gates, policyGates, onUncertain } = view;
  const asked = scope === 'both' ? (['start', 'finish'] as const) : [scope];
  const fits = gates.length === 0 || gates.some((gate) => asked.includes(gate));
  const isOn = asked.some((gate) => policyGates.includes(gate));
  return (
    <>
      <h3>
        {rule.on(transition.name, transition.from?.join(', ') ?? rule.fromAny, transition.to)}
      </h3>
      <p className="subtle">{rule.suits[scopeOf(gates) ?? 'none']}</p>
      <p>{rule.does[scope]}</p>
      {!fits && <Warning text={rule.mismatch} />}
      {fits && !isOn && <Warning text={rule.off[scope]} />}
      <p>{rule.uncertain[onUncertain]}</p>
    </>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <p className="notice notice-warning" role="status">
      {text}
    </p>
  );
}

/** In a tab of its own: the workflow editor would lose what is not saved yet. */
export function SettingsLink() {
  const { rule } = useTexts();
  const open = () => void openModuleInTab('tam-settings', '').catch(() => undefined);
  return (
    <button type="button" className="link-button" onClick={open}>
      {rule.settings}
    </button>
  );
}
