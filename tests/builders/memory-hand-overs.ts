import type { HandOver } from '../../src/core/order/hand-over/hand-over';
import {
  type HandOverHint,
  type HandOverPort,
  NO_HINT,
} from '../../src/usecases/ports/hand-over-port';

/** Hand-overs in memory; `handOverCalls` names each statement of SQL. */
export class MemoryHandOvers implements HandOverPort {
  handOvers: readonly HandOver[] = [];
  readonly hints = new Map<string, HandOverHint>();
  readonly handOverCalls: string[] = [];

  listHandOversOf = async (issueIds: readonly string[]) => {
    if (issueIds.length > 0) this.handOverCalls.push('listHandOversOf');
    return this.handOvers.filter(
      ({ blockerId, successorId }) =>
        issueIds.includes(blockerId) || issueIds.includes(successorId),
    );
  };
  saveHandOver = async (handOver: HandOver, shownVersion: number) => {
    this.handOverCalls.push('saveHandOver');
    const found = this.handOvers.find(
      ({ blockerId, successorId }) =>
        blockerId === handOver.blockerId && successorId === handOver.successorId,
    );
    if ((found?.version ?? 0) !== shownVersion) return false;
    this.handOvers = [...this.handOvers.filter((each) => each !== found), handOver];
    return true;
  };
  findHandOverHint = async (issueId: string) => this.hints.get(issueId) ?? NO_HINT;
  saveHandOverHint = async (issueId: string, hint: HandOverHint) => {
    this.hints.set(issueId, hint);
  };
}
