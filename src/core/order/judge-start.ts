import type { StatusCategory } from '../issue';
import { findOpenCycle, shareOpenCycle } from './find-path';
import { type OrderGraph, openBlockerIds } from './order-graph';

/** May this issue start? A refusal names every open blocker by id. */
export type StartAnswer =
  | { readonly kind: 'allowed'; readonly cycle: readonly string[] | null }
  | {
      readonly kind: 'refused';
      readonly waitsFor: readonly string[];
      readonly cycle: readonly string[] | null;
    };

/**
 * Is this transition a start? Into a status of category In Progress from any other category; a move
 * inside In Progress is none (order semantics D22).
 */
export function isStart(from: StatusCategory, to: StatusCategory): boolean {
  return to === 'inProgress' && from !== 'inProgress';
}

/**
 * Judges the start of one issue by what the graph knows: every direct blocker that is not done
 * refuses it, except those on a circle with it, which would wait for each other for ever. `cycle`
 * is that circle (ids, first repeated) when there is one.
 *
 * NET-12 (In Progress) blocks VIRT-7: refused, waits for NET-12. NET-12 Done: allowed.
 * A blocks B blocks A, both open: both allowed, cycle [A, B, A].
 */
export function judgeStart(graph: OrderGraph, id: string): StartAnswer {
  const waitsFor = gatingBlockerIds(graph, id);
  const cycle = findOpenCycle(graph, id);
  return waitsFor.length === 0 ? { kind: 'allowed', cycle } : { kind: 'refused', waitsFor, cycle };
}

/** Ids of the open blockers that hold an issue back: all but those on a circle with it. */
export function gatingBlockerIds(graph: OrderGraph, id: string): readonly string[] {
  return openBlockerIds(graph, id).filter((blocker) => !shareOpenCycle(graph, id, blocker));
}
