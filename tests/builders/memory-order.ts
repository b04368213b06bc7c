import type { Confirmation } from '../../src/core/order/order-facts';
import type { OrderSite } from '../../src/core/order/order-site';
import type { Instant } from '../../src/core/time';
import {
  type IssueOrder,
  NO_ISSUE_ORDER,
  type OrderPort,
  type Releases,
  type StoredPass,
} from '../../src/usecases/ports/order-ports';
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
  readonly plannedIds = new Map<string, readonly string[]>();
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
  saveIssueOrder = async (issueId: string, order: IssueOrder) => {
    this.issueOrders.set(issueId, order);
  };
  findPlannedIds = async (issueId: string) => this.plannedIds.get(issueId) ?? [];
  savePlannedIds = async (issueId: string, ids: readonly string[]) => {
    this.plannedIds.set(issueId, ids);
  };
  findNearIds = async (issueKey: string) => this.nearIds.get(issueKey) ?? [];
  saveNearIds = async (issueKey: string, ids: readonly string[]) => {
    this.nearIds.set(issueKey, ids);
  };

  findDraft = async (key: DraftKey) => this.drafts.get(draftName(key)) ?? null;
  saveDraft = async (key: DraftKey, draft: WhatIfDraft) =>
    void this.drafts.set(draftName(key), draft);
  deleteDraft = async (key: DraftKey) => void this.drafts.delete(draftName(key));

  addPass = async (pass: StoredPass) => {
    this.calls.push('addPass');
    this.passes.push(pass);
  };
  listPassesOn = async (issueIds: readonly string[]) => {
    if (issueIds.length > 0) this.calls.push('listPassesOn');
    return this.passes.filter((pass) => issueIds.includes(pass.issueId)).reverse();
  };
  spendPass = async (id: string, now: Instant) =>
    this.change('spendPass', id, now, { usedAt: now });
  revokePass = async (id: string, by: string, now: Instant) =>
    this.change('revokePass', id, now, { revokedAt: now, revokedBy: by });
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

  private change(name: string, id: string, now: Instant, change: Partial<StoredPass>): boolean {
    this.calls.push(name);
    const found = this.passes.find((pass) => pass.id === id && isUsable(pass, now));
    this.passes = this.passes.map((pass) => (pass === found ? { ...pass, ...change } : pass));
    return found !== undefined;
  }
}

function draftName({ clientProjectId, accountId }: DraftKey): string {
  return `${clientProjectId} ${accountId}`;
}

function isUsable(pass: StoredPass, now: Instant): boolean {
  return pass.usedAt === null && pass.revokedAt === null && pass.expiresAt > now;
}
