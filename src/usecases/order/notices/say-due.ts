import type { Issue } from '../../../core/issue';
import { hasClocks } from '../../../core/order/order-property';
import type { CycleRow } from '../../../core/sla/verdict/cycle-row';
import type { Env } from '../../env';
import { sayDate, sayTime } from '../../texts/say-time';
import { TEXTS } from '../../texts/texts';
import type { OrderSetup } from '../read/read-order-site';
import { findZone } from '../rule/find-zone';

/**
 * By when an issue has to be done, a sentence each: its due date, and where its property shows
 * clocks, the open one that is due first, by the zone of its department. No call without clocks;
 * one statement of SQL with them, and what `findZone` reads.
 *
 * Due on 25 November, to be resolved by 18:00 the day before: "Due 25 Nov 2026.", "SLA: resolution
 * due 24 Nov 2026, 18:00 (Europe/Moscow)."
 */
export async function sayDue(
  env: Env,
  { id, dueDate, projectKey, tamProperty }: Issue,
  { site }: Pick<OrderSetup, 'site'>,
): Promise<readonly string[]> {
  const language = await env.settings.findLanguage();
  const { order, warning } = TEXTS[language];
  const lines = dueDate === null ? [] : [order.due(sayDate(dueDate, language))];
  if (!hasClocks(tamProperty)) return lines;
  const next = firstDue(await env.sla.listCycles([id]));
  if (next === undefined) return lines;
  const zone = (await findZone(env, site, projectKey)) ?? 'UTC';
  const when = sayTime(zone, next.dueAt, language);
  return [...lines, order.slaDue(warning.clock[next.clock], when)];
}

type ClientClock = Exclude<CycleRow['clock'], 'ownership'>;
type Due = { readonly clock: ClientClock; readonly dueAt: NonNullable<CycleRow['dueAt']> };

/** Of clocks that have not stopped; one that is paused has no due instant. */
function firstDue(rows: readonly CycleRow[]): Due | undefined {
  const open = rows.flatMap(({ clock, dueAt, stoppedAt }) =>
    clock === 'ownership' || dueAt === null || stoppedAt !== null ? [] : [{ clock, dueAt }],
  );
  return open.sort((a, b) => a.dueAt - b.dueAt)[0];
}
