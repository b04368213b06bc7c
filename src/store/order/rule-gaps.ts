import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { instant } from '../../core/time';
import type { RuleGapPort } from '../../usecases/ports/rule-gap-port';

const GAPS = 'order-rule-gaps';

const ruleGaps = v.array(
  v.object({
    projectKey: v.string(),
    transitions: v.array(v.string()),
    seenAt: v.pipe(v.number(), v.transform(instant)),
  }),
);

/** Where the rule was last seen to be missing, in Forge KVS; what cannot be read is not known. */
export function ruleGapStore(): RuleGapPort {
  return {
    listRuleGaps: async () => {
      const gaps = v.safeParse(ruleGaps, await kvs.get<unknown>(GAPS));
      return gaps.success ? gaps.output : [];
    },
    saveRuleGaps: (gaps) => kvs.set(GAPS, gaps),
  };
}
