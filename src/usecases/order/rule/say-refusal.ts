import type {
  Mover,
  OpenBlocker,
  OrderFlag,
  OrderRefusal,
} from '../../../core/order/judge/judgement';
import { refusalText } from '../../../core/order/rule/refusal-text';
import type { Through } from '../../../core/order/rule/refusal-words';
import type { Env } from '../../env';
import type { Around } from '../read/read-around';
import type { OrderSetup } from '../read/read-order-site';
import { findZone } from './find-zone';
import { nameBlockers } from './name-blockers';

/** A refusal with what else was found. */
export type Refused = { readonly refusal: OrderRefusal; readonly flags: readonly OrderFlag[] };

/**
 * The text of a refusal, in the site's language (Forge does not say which one the mover reads): the
 * blockers that he may know by name, the rest as counts. One read of Jira where the mover is known.
 */
export async function sayRefusal(
  env: Env,
  { refusal, flags }: Refused,
  { issue, read }: Pick<Around, 'issue' | 'read'>,
  { departments, rules, site }: OrderSetup,
  mover: Mover,
): Promise<string> {
  const byId = new Map(read.map((one) => [one.id, one]));
  const blockers = refusal.blockers.flatMap((blocker) => {
    const known = byId.get(blocker.id);
    const through = throughOf(blocker, issue.id, flags);
    return known === undefined ? [] : [{ issue: known, why: blocker.why, through }];
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

/** Not by a link of its own, or by one that somebody has to look at; null: plainly linked. */
function throughOf(
  { id, heldById, insteadOfId }: OpenBlocker,
  issueId: string,
  flags: readonly OrderFlag[],
): Through | null {
  if (heldById !== issueId) return 'parent';
  if (insteadOfId !== null) return 'duplicate';
  const isCopied = flags.some((flag) => flag.kind === 'suspectLink' && flag.blockerId === id);
  return isCopied ? 'copiedLink' : null;
}
