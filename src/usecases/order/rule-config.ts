import * as v from 'valibot';
import type { Gate } from '../../core/order/judgement';

/** What was chosen for one transition in the workflow editor. */
export type RuleConfig = { readonly gates: readonly Gate[] };

const BOTH: RuleConfig = { gates: ['start', 'finish'] };

const shape = v.object({
  gates: v.pipe(v.array(v.picklist(['start', 'finish'])), v.minLength(1)),
});

/**
 * The configuration of a rule as Jira hands it over. One that was never set, or that cannot be
 * read, gates both: which of them counts at all is decided by the policies.
 */
export function ruleConfigOf(configuration: unknown): RuleConfig {
  const parsed = v.safeParse(shape, configuration);
  return parsed.success ? parsed.output : BOTH;
}
