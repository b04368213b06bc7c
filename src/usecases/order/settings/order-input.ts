import * as v from 'valibot';
import type { Answer } from '../../../contract/answer';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { OrderSite } from '../../../core/order/policy/order-site';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import type { OrderTexts } from '../../texts/order-settings-texts';
import { orderSiteShape } from '../read/order-site-shape';
import { withBlockType } from '../read/read-order-site';

export type OrderInput = {
  readonly site: OrderSite;
  /** Its rules with the block link type that is set in place of "the one named Blocks". */
  readonly rules: OrderRules;
};

/** Settings of the order as a page sends them; `invalid` names every thing at fault, one a line. */
export async function readOrderInput(env: UserEnv, input: unknown): Promise<Answer<OrderInput>> {
  const texts = textsFor(env).orderSettings;
  const parsed = v.safeParse(orderSiteShape, input);
  if (!parsed.success) {
    const lines = parsed.issues.map((issue) => lineOf(issue, input, texts));
    return refuse('invalid', [...new Set(lines)].join('\n'));
  }
  const site = parsed.output;
  const blockType = await env.settings.findBlockLinkTypeId();
  return done({ site, rules: withBlockType(site.rules, blockType) });
}

/** `Policy "Network": name: ...`, by the name that the thing has in the input. */
function lineOf(issue: v.BaseIssue<unknown>, input: unknown, texts: OrderTexts): string {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const [part, second, third] = path;
  if (part === 'rules' && second === 'policies') {
    if (third === undefined) return texts.samePolicy;
    const name = v.safeParse(
      v.object({ rules: v.object({ policies: v.array(v.object({ name: v.string() })) }) }),
      input,
    );
    const at = Number(third);
    const policy = name.success ? name.output.rules.policies[at]?.name.trim() : undefined;
    if (path[3] === 'name' && !policy) return texts.policyUnnamed(at + 1);
    return texts.policyFault(policy || String(at + 1), path.slice(3).join('.'));
  }
  if (part === 'handOvers') return texts.handOverFault(Number(second ?? 0) + 1);
  return texts.fault(path.join('.'));
}
