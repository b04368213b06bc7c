import type { Confirmation } from '../../src/core/order/judge/order-facts';
import type { OrderSite } from '../../src/core/order/policy/order-site';
import type { Instant } from '../../src/core/time';
import type { GoneBlocker } from '../../src/usecases/ports/gone-port';
import {
  type IssueOrder,
  NO_ISSUE_ORDER,
  type OrderPort,
  type PassAsSeen,
  type Releases,
  type StoredPass,
} from '../../src/usecases/ports/order-ports';
import type { RuleGap } from '../../src/usecases/ports/rule-gap-port';
import type { DraftKey, WhatIfDraft } from '../../src/usecases/ports/what-if-port';
import { MemoryHandOvers } from './memory-hand-overs';

/** What the app keeps about the order, in memory; `calls` names each statement of SQL. */
export class MemoryOrder extends MemoryHandOvers implements OrderPort {
  site: OrderSite | null = null;
  passes: StoredPass[] = [];
  readonly confirmations: Confirmation[] = [];
  readonly issueOrders = new Map<string, IssueOrder>();
  /** By client project and person. */
  readonly drafts = new Map<string, WhatIfDraft>();
  readonly nearIds = new Map<string, readonly string[]>();
  ruleGaps: readonly RuleGap[] = [];
  readonly plannedIds = new Map<string, readonly string[]>();
  /** By successor and blocker; `null` for all successors. */
  readonly gone = new Map<string, GoneBlocker>();
  readonly calls: string[] = [];

  /** `links`: the epics of client projects. */
  constructor(private readonly links: () => Releases['links'] = () => []) {
    super();
  }

  findSite = async () => this.site;
  saveSite = async (site: OrderSite, shownVersion: number) => {
    if ((this.site?.version ?? 0) !== shownVersion) return false;
    this.site = site;
    return true;
  };
  findIssueOrder = async (issueId: string) => this.issueOrders.get(issueId) ?? NO_ISSUE_ORDER;
  listIssueOrders = async () => this.issueOrders;
  changeIssueOrder = async (issueId: string, change: (order: IssueOrder) => IssueOrder) => {
    const before = this.issueOrders.get(issueId) ?? NO_ISSUE_ORDER;
    const order = change(before);
    if (order !== before) this.issueOrders.set(issueId, order);
  };
  findPlannedIds = async (issueId: string) => this.plannedIds.get(issueId) ?? [];
  savePlannedIds = async (issueId: string, ids: readonly string[]) => {
    this.plannedIds.set(issueId, ids);
  };
  listRuleGaps = async () => this.ruleGaps;
  saveRuleGaps = async (gaps: readonly RuleGap[]) => {
    this.ruleGaps = gaps;
  };
  findNearIds = async (issueKey: string) => this.nearIds.get(issueKey) ?? [];
  saveNearIds = async (issueKey: string, ids: readonly string[]) => {
    this.nearIds.set(issueKey, ids);
  };

  saveGone = async (successorId: string | null, gone: GoneBlocker) => {
    this.gone.set(`${successorId} ${gone.blockerId}`, gone);
  };
  findGone = async (successorId: string, blockerIds: readonly string[]) =>
    blockerIds.flatMap((id) => {
      const gone = this.gone.get(`null ${id}`);
      return (gone?.how === 'deleted' ? gone : this.gone.get(`${successorId} ${id}`)) ?? gone ?? [];
    });

  findDraft = async (key: DraftKey) => this.drafts.get(draftName(key)) ?? null;
  saveDraft = async (key: DraftKey, draft: WhatIfDraft) =>
    void this.drafts.set(draftName(key), draft);
  deleteDraft = async (key: DraftKey) => void this.drafts.delete(draftName(key));

  addPass = async (pass: StoredPass) => {
    this.calls.push('addPass');
    if (this.passes.some(({ id }) => id === pass.id)) return false;
    this.passes.push(pass);
    return true;
  };
  listPassesOn = async (issueIds: readonly string[]) => {
    if (issueIds.length > 0) this.calls.push('listPassesOn');
    return this.passes.filter((pass) => issueIds.includes(pass.issueId)).reverse();
  };
  spendPass = async (pass: PassAsSeen, now: Instant) =>
    this.change('spendPass', pass, now, { usedAt: now });
  revokePass = async (pass: PassAsSeen, by: string, now: Instant) =>
    this.change('revokePass', pass, now, { revokedAt: now, revokedBy: by });
  listPassesOf = async (
    clientProjectId: string,
    { from, to }: { readonly from: Instant; readonly to: Instant },
  ) => {
    this.calls.push('listPassesOf');
    return this.passes.filter(
      (pass) =>
        pass.clientProjectId === clientProjectId && pass.issuedAt >= from && pass.issuedAt < to,
    );
  };

  addConfirmation = async (confirmation: Confirmation) => {
    this.calls.push('addConfirmation');
    this.confirmations.push(confirmation);
  };
  listConfirmations = async (successorIds: readonly string[]) => {
    if (successorIds.length > 0) this.calls.push('listConfirmations');
    return this.confirmations.filter(({ successorId }) => successorIds.includes(successorId));
  };

  readReleases = async (line: readonly string[], family: readonly string[]) => {
    this.calls.push('readReleases');
    return {
      passes: this.passes.filter(({ issueId }) => line.includes(issueId)).reverse(),
      confirmations: this.confirmations.filter(({ successorId }) => line.includes(successorId)),
      links: this.links().filter(({ issueId }) => family.includes(issueId)),
    };
  };

  private change(
    name: string,
    seen: PassAsSeen,
    now: Instant,
    change: Partial<StoredPass>,
  ): boolean {
    this.calls.push(name);
    const usedAt = seen.inVainAt ?? null;
    const found = this.passes.find(
      (pass) => pass.id === seen.id && pass.usedAt === usedAt && isUsable(pass, now),
    );
    this.passes = this.passes.map((pass) => (pass === found ? { ...pass, ...change } : pass));
    return found !== undefined;
  }
}

function draftName({ clientProjectId, accountId }: DraftKey): string {
  return `${clientProjectId} ${accountId}`;
}

function isUsable(pass: StoredPass, now: Instant): boolean {
  return pass.revokedAt === null && pass.expiresAt > now;
}
