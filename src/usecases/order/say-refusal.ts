import type { Language } from '../../core/language';
import type { Mover, OrderRefusal } from '../../core/order/judgement';
import { refusalText } from '../../core/order/refusal-text';
import type { Env } from '../env';
import { TEXTS } from '../texts/texts';
import { findZone } from './find-zone';
import { nameBlockers } from './name-blockers';
import type { Around } from './read-around';
import type { OrderSetup } from './read-order-site';

/**
 * The text of a refusal, in the site's language (Forge does not say which one the mover reads): the
 * blockers that he may know by name, the rest as counts. One read of Jira where the mover is known.
 */
export async function sayRefusal(
  env: Env,
  refusal: OrderRefusal,
  { issue, read }: Pick<Around, 'issue' | 'read'>,
  { departments, rules, site }: OrderSetup,
  mover: Mover,
): Promise<string> {
  const byId = new Map(read.map((one) => [one.id, one]));
  const blockers = refusal.blockers.flatMap(({ id, why }) => {
    const known = byId.get(id);
    return known === undefined ? [] : [{ issue: known, why }];
  });
  const accountId = mover.kind === 'account' ? mover.accountId : null;
  const [named, language, timeZone] = await Promise.all([
    nameBlockers(env, blockers, departments, accountId),
    env.settings.findLanguage(),
    namesTime(refusal) ? findZone(env, site, issue.projectKey) : null,
  ]);
  const { gate, progress, notBefore } = refusal;
  return refusalText(
    {
      ...{ issueKey: issue.key, ...named, gate, notBefore, timeZone },
      // "0 of 2 done" says nothing that the names do not.
      ...(progress.done === 0 ? {} : { progress }),
      unreadable: refusal.blockers.length - blockers.length,
      policyName: rules.policies.length > 1 ? refusal.policyName : null,
    },
    language,
  );
}

function namesTime({ blockers, notBefore }: OrderRefusal): boolean {
  return notBefore !== null || blockers.some(({ why }) => why.kind === 'lag');
}

/** Said where nobody could judge and the site's rules say to refuse then (order semantics D31). */
export function sayUncertain(issueKey: string, language: Language): string {
  return TEXTS[language].orderUncertain(issueKey);
}
