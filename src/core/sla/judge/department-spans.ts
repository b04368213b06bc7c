import type { Instant } from '../../time';
import { policyAt } from '../policy/policy-at';
import type { Owned } from '../verdict/ledger';
import type { IncidentHistory } from './history';
import { IssueState } from './issue-state';
import type { Versions } from './judge-incident';
import { departmentIn } from './listen';

/**
 * Whose an issue was from its creation to `now`, and when it stood in a queue, without gaps.
 *
 * Created in NET, moved to VIRT at 12:00: NET's until 12:00, VIRT's from then to `now`.
 */
export function departmentSpans(
  history: IncidentHistory,
  versions: Versions,
  now: Instant,
): Owned[] {
  const state = new IssueState(history);
  const policy = policyAt(versions, history.created);
  const spans: Owned[] = [];
  let from = history.created;
  const closeAt = (to: Instant): void => {
    if (to <= from) return;
    const isQueue = state.status.category === 'new';
    spans.push({ from, to, department: departmentIn(state, policy), isQueue });
    from = to;
  };
  for (const event of history.events) {
    if (event.at > now) break;
    if (event.kind === 'status' || event.kind === 'moved' || event.kind === 'field') {
      closeAt(event.at);
    }
    state.apply(event);
  }
  closeAt(now);
  return spans;
}
