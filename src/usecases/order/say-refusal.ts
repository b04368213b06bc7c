import type { Language } from '../../core/language';
import type { Mover, OrderRefusal } from '../../core/order/judgement';
import { refusalText } from '../../core/order/refusal-text';
import type { Env } from '../env';
import { TEXTS } from '../texts/texts';
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
  { departments }: OrderSetup,
  mover: Mover,
): Promise<string> {
  const byId = new Map(read.map((one) => [one.id, one]));
  const blockers = refusal.blockers.flatMap(({ id }) => byId.get(id) ?? []);
  const accountId = mover.kind === 'account' ? mover.accountId : null;
  const [named, language] = await Promise.all([
    nameBlockers(env, blockers, departments, accountId),
    env.settings.findLanguage(),
  ]);
  return refusalText({ issueKey: issue.key, ...named }, language);
}

/** Said where nobody could judge and the site's rules say to refuse then (order semantics D31). */
export function sayUncertain(issueKey: string, language: Language): string {
  return TEXTS[language].orderUncertain(issueKey);
}
