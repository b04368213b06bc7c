import type { Gate } from '../../core/order/judgement';
import { gatesOfConfig } from '../../core/order/rule-gates';

/** What was chosen for one transition in the workflow editor. */
export type RuleConfig = { readonly gates: readonly Gate[] };

/** The configuration of a rule as Jira hands it over. */
export function ruleConfigOf(configuration: unknown): RuleConfig {
  return { gates: gatesOfConfig(configuration) };
}
