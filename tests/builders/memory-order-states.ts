import type { Instant } from '../../src/core/time';
import type { OrderState, OrderStatePort } from '../../src/usecases/ports/order-state-port';

/** States of the order in memory, under the same conditions as the store. */
export class MemoryOrderStates implements OrderStatePort {
  readonly states = new Map<string, OrderState>();

  listStates = async (issueIds: readonly string[]) =>
    issueIds.flatMap((id) => this.states.get(id) ?? []);

  saveState = async (state: OrderState, shownVersion: number) => {
    const stored = this.states.get(state.issueId);
    if ((stored?.version ?? 0) !== shownVersion) return false;
    if (stored !== undefined && stored.readAt > state.readAt) return false;
    this.states.set(state.issueId, { ...state, version: shownVersion + 1 });
    return true;
  };

  removeStates = async (issueIds: readonly string[]) => {
    for (const id of issueIds) this.states.delete(id);
  };

  listDueStates = async (now: Instant, max: number) =>
    this.all
      .filter(({ lookAgainAt }) => lookAgainAt !== null && lookAgainAt <= now)
      .sort((a, b) => (a.lookAgainAt ?? 0) - (b.lookAgainAt ?? 0))
      .slice(0, max)
      .map(({ issueId }) => issueId);

  listStateIds = async (after: string, max: number) =>
    this.all
      .map(({ issueId }) => issueId)
      .filter((id) => id > after)
      .sort()
      .slice(0, max);

  listNaming = async (issueId: string) =>
    this.all
      .filter(({ linkedIds, successorIds, nearIds }) =>
        [...linkedIds, ...successorIds, ...nearIds].includes(issueId),
      )
      .map(({ issueId: id }) => id);

  countUnknown = async () =>
    this.all.filter(({ flags }) => flags.some(({ kind }) => kind === 'unknownBlocker')).length;

  listSuspects = async (max: number) =>
    this.all.filter(({ state }) => state === 'suspect').slice(0, max);

  private get all(): OrderState[] {
    return [...this.states.values()];
  }
}
