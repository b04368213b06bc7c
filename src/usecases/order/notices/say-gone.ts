import type { Person } from '../../../core/issue';
import { plainText } from '../../../core/order/rule/plain-text';
import type { Env } from '../../env';
import type { GoneBlocker } from '../../ports/gone-port';
import { GONE_TEXTS, type GoneTexts } from '../../texts/gone-texts';
import { TEXTS } from '../../texts/texts';
import type { OrderSetup } from '../read/read-order-site';

/** More would fill a mail; what is left over is told as a whole. */
const MOST_NAMED = 5;
const LONGEST_NAME = 60;

export type ToldGone = {
  readonly lines: readonly string[];
  /** Of how many nobody knows what became of them, or of how many more. */
  readonly others: number;
  /** Some of them can be linked again: only their links are gone. */
  readonly isRestorable: boolean;
};

/**
 * What became of blockers that stand before an issue no more, and by whom, for everybody who may see
 * the issue: by key only where everybody may know that (order semantics D4, D5, D6). Two reads of
 * KVS for each of the first five, and one of Jira for names; none where nothing is gone.
 */
export async function sayGone(
  env: Env,
  successorId: string,
  blockerIds: readonly string[],
  setup: OrderSetup,
): Promise<ToldGone> {
  const gone = await env.order.findGone(successorId, blockerIds.slice(0, MOST_NAMED));
  const accountIds = [...new Set(gone.flatMap(({ by }) => by ?? []))];
  const people = await env.asApp.listPeople(accountIds);
  const language = await env.settings.findLanguage();
  const say = { texts: GONE_TEXTS[language], elsewhere: TEXTS[language].elsewhere };
  return {
    lines: gone.map((each) => lineOf(each, people, setup, say)),
    others: blockerIds.length - gone.length,
    isRestorable: gone.some(({ how }) => how === 'unlinked'),
  };
}

function lineOf(
  { blockerKey, projectId, isRestricted, how, by }: GoneBlocker,
  people: readonly Person[],
  { departments }: OrderSetup,
  { texts, elsewhere }: { readonly texts: GoneTexts; readonly elsewhere: string },
): string {
  const department = departments.find((one) => one.projectId === projectId);
  const isOpen = department?.isOpen === true && !isRestricted;
  const what = isOpen ? blockerKey : texts.item(department?.name ?? elsewhere);
  if (how === 'silently') return texts.silently(what);
  const name = people.find(({ accountId }) => accountId === by)?.name;
  return texts[how](what, name === undefined ? null : plainText(name, LONGEST_NAME));
}
