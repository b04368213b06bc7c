import type { Gate } from '../../../core/order/judge/judgement';
import { gatesOfConfig } from '../../../core/order/rule/rule-gates';

/** What was chosen for one transition in the workflow editor. */
export type RuleConfig = { readonly gates: readonly Gate[] };

/** The configuration of a rule as Jira hands it over. */
export function ruleConfigOf(configuration: unknown): RuleConfig {
  return { gates: gatesOfConfig(configuration) };
}
