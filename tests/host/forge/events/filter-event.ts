import type { Jira, ProductEvent } from '../../jira/jira';
import type { EventFilter } from '../manifest/app-manifest';
import { NotModelledByForge } from '../services/service';
import { judgeFilter } from './judge-filter';
import { parseFilter } from './parse-filter';
import { readProperties } from './read-properties';
import { propertiesRead } from './runtime-properties';

/**
 * Does an event reach the trigger's function? A failing expression is decided by `onError`, a
 * result that is neither true nor false drops the event. ("Trigger" module, Forge docs.)
 */
export async function filterEvent(
  jira: Jira,
  filter: EventFilter,
  event: ProductEvent,
): Promise<boolean> {
  if (filter.ignoreSelf && event.selfGenerated) return false;
  if (filter.expression === undefined) return true;
  const tree = parseFilter(filter.expression);
  try {
    const runtime = await readProperties(jira, event, propertiesRead(tree));
    return judgeFilter(tree, { event: { ...event, runtime } }) === true;
  } catch (error) {
    if (error instanceof NotModelledByForge) throw error;
    return filter.onError.startsWith('RECEIVE');
  }
}
