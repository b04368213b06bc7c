import type { PlanBase } from './plan-base';
import type { Moves } from './what-if';

/** A move that a newer reading has no place for. */
export type LeftMove = {
  readonly id: string;
  /** `gone`: no work of the client project, or not for the reader to see, any more. */
  readonly why: 'gone' | 'done' | 'sameDate';
};

/**
 * Moves on a newer reading: what they say of open work stays, whatever date it has there.
 *
 * NET-12 moved from the 25th to the 27th, and by now due on the 26th: moved from the 26th to the
 * 27th. By now due on the 27th: left out, `sameDate`.
 */
export function rebaseMoves(
  moves: Moves,
  { issues }: Pick<PlanBase, 'issues'>,
): { readonly kept: Moves; readonly left: readonly LeftMove[] } {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const kept = new Map<string, string>();
  const left: LeftMove[] = [];
  for (const [id, to] of moves) {
    const issue = byId.get(id);
    if (issue === undefined || !issue.isLinked || !issue.isSeen) left.push({ id, why: 'gone' });
    else if (!issue.isOpen) left.push({ id, why: 'done' });
    else if (issue.due === to) left.push({ id, why: 'sameDate' });
    else kept.set(id, to);
  }
  return { kept, left };
}
