import type { StatusCategory } from '../../../src/core/issue';
import type { Confirmation } from '../../../src/core/order/judge/order-facts';
import type { StepState } from '../../../src/core/order/judge/step-state';
import type { OrderRules } from '../../../src/core/order/policy/order-policy';
import type { Instant } from '../../../src/core/time';
import type { IssueOrder, StoredPass } from '../../../src/usecases/ports/order-ports';
import { type ChaosJira, type KeptIssue, projectOf, statusOf } from './chaos-jira';

/** What Jira does not know, by the tables and entries that the app keeps. */
export type Kept = {
  readonly passes: readonly StoredPass[];
  readonly confirmations: readonly Confirmation[];
  readonly issueOrders: ReadonlyMap<string, IssueOrder>;
};

type Wait = { readonly on: string; readonly linkedTo: string; readonly isInherited: boolean };

const FIVE_MINUTES = 300_000;
const MINUTE = 60_000;
const TEN_SECONDS = 10_000;

/**
 * The blocking order worked out anew from links and statuses, slowly and by the letter of its rules,
 * for a site with one policy: what the app has to agree with.
 */
export class NaiveOrder {
  constructor(
    readonly jira: ChaosJira,
    readonly kept: Kept,
    readonly rules: OrderRules,
    readonly now: Instant,
  ) {}

  categoryOf(issue: Pick<KeptIssue, 'key' | 'statusId'>): StatusCategory {
    const own = this.rules.statusMaps[projectOf(issue)]?.[issue.statusId];
    return own ?? statusOf(issue.statusId).category;
  }

  /** Does any link, date or parent order it, as far as the app may know? */
  isOrdered(id: string): boolean {
    const isLinked = this.jira.links.some(
      ({ type, first, second }) =>
        type === 'Blocks' && (first === id || second === id) && this.#isShown(first, second),
    );
    const own = this.kept.issueOrders.get(id);
    return isLinked || this.#waits(id).length > 0 || (own?.notBefore ?? null) !== null;
  }

  /** Ids of the blockers that hold an issue at a gate, sorted. */
  held(id: string, gate: 'start' | 'finish'): readonly string[] {
    const [policy] = this.rules.policies;
    if (policy === undefined || !policy.gates[gate]) return [];
    const holding = this.#waits(id)
      .filter(({ isInherited }) => !isInherited || gate === 'start')
      .filter((wait) => !this.#isPassedByParent(wait))
      .filter((wait) => !this.#leadsBack(id, wait) && this.#holds(wait))
      .map(({ on }) => on);
    return [...new Set(holding)].sort();
  }

  /** The date before which it may not start, while that is ahead. */
  notBefore(id: string): Instant | null {
    const at = this.kept.issueOrders.get(id)?.notBefore ?? null;
    return at !== null && at > this.now ? at : null;
  }

  /** What a pass has to be about to let it through. */
  tokens(id: string, gate: 'start' | 'finish'): readonly string[] {
    const date = gate === 'start' ? this.notBefore(id) : null;
    return [...this.held(id, gate), ...(date === null ? [] : [`at:${date}`])];
  }

  passFor(id: string, gate: 'start' | 'finish'): StoredPass | null {
    const tokens = this.tokens(id, gate);
    const fitting = this.kept.passes.find(
      (pass) =>
        pass.issueId === id &&
        pass.gate === gate &&
        (pass.usedAt === null || this.#wasInVain(pass, pass.usedAt)) &&
        pass.revokedAt === null &&
        pass.expiresAt > this.now &&
        tokens.every((token) => pass.tokens.includes(token)),
    );
    return fitting ?? null;
  }

  /** The move that it was spent on never came. */
  #wasInVain({ issueId, gate }: StoredPass, usedAt: Instant): boolean {
    const issue = this.jira.issues.get(issueId);
    if (issue === undefined || this.now < usedAt + MINUTE) return false;
    if (this.categoryOf(issue) === (gate === 'start' ? 'inProgress' : 'done')) return false;
    const isReplaced = this.kept.passes.some(
      (other) => other.issueId === issueId && other.gate === gate && other.issuedAt > usedAt,
    );
    return !isReplaced && issue.moves.every((at) => at < usedAt - TEN_SECONDS);
  }

  state(issue: KeptIssue): { readonly state: StepState; readonly waitsFor: readonly string[] } {
    const category = this.categoryOf(issue);
    if (category === 'done') return { state: 'done', waitsFor: [] };
    const waitsFor = this.held(issue.id, 'start');
    const tokens = this.tokens(issue.id, 'start');
    if (category === 'todo') {
      if (tokens.length === 0) return { state: 'ready', waitsFor };
      return { state: this.passFor(issue.id, 'start') ? 'ready' : 'waiting', waitsFor };
    }
    if (waitsFor.length === 0) return { state: 'running', waitsFor };
    const byPass = this.kept.passes.some(
      (pass) =>
        pass.issueId === issue.id &&
        pass.gate === 'start' &&
        pass.usedAt !== null &&
        pass.usedAt >= issue.since - FIVE_MINUTES &&
        tokens.every((token) => pass.tokens.includes(token)),
    );
    return { state: byPass ? 'running' : 'suspect', waitsFor };
  }

  isOnCircle(id: string): boolean {
    return this.#waits(id).some((wait) => !wait.isInherited && this.#leadsBack(id, wait));
  }

  /** The fewest links that make a circle through this wait and issue; Infinity: none. */
  circleLength(id: string, on: string): number {
    let wave = [on];
    const met = new Set(wave);
    for (let length = 1; wave.length > 0; length += 1) {
      if (wave.includes(id)) return length;
      wave = wave
        .flatMap((at) => this.#waits(at).map((wait) => wait.on))
        .filter((at) => {
          const isNew = this.#isLive(at) && !met.has(at);
          met.add(at);
          return isNew;
        });
    }
    return Number.POSITIVE_INFINITY;
  }

  #isFamily(a: string, b: string): boolean {
    const parentOf = (id: string) =>
      this.jira.appReads(id) ? this.jira.issues.get(id)?.parentId : undefined;
    return a === b || parentOf(a) === b || parentOf(b) === a;
  }

  #counts(first: string, second: string): boolean {
    return !this.#isFamily(first, second) && this.#isShown(first, second);
  }

  /** Jira shows a link to whoever may browse both ends, or one of them. */
  #isShown(first: string, second: string): boolean {
    const seen = [first, second].filter((id) => this.jira.appReads(id)).length;
    return seen === 2 || (seen === 1 && this.jira.stubsOfHidden === 'shown');
  }

  #waits(id: string): readonly Wait[] {
    if (!this.jira.appReads(id)) return [];
    const own = this.#ownWaits(id);
    const issue = this.jira.issues.get(id);
    const parentId = issue?.parentId ?? null;
    const inherit = this.rules.policies[0]?.inherit;
    const inherits = issue?.isSubtask === true ? inherit?.toSubtasks : inherit?.fromEpic;
    if (parentId === null || inherits !== true) return own;
    const above = this.#ownWaits(parentId)
      .filter(({ on }) => on !== id && this.jira.issues.get(on)?.parentId !== id)
      .map((wait) => ({ ...wait, isInherited: true }));
    return [...own, ...above];
  }

  #ownWaits(id: string): readonly Wait[] {
    if (!this.jira.appReads(id)) return [];
    const linked = this.jira.links
      .filter(
        ({ type, first, second }) => type === 'Blocks' && second === id && this.#counts(first, id),
      )
      .map(({ first }) => first);
    const told = (this.kept.issueOrders.get(id)?.unreadable ?? [])
      .map(({ blockerId }) => blockerId)
      .filter((blockerId) => !this.jira.appReads(blockerId));
    return [...new Set([...linked, ...told])].flatMap((blockerId) => {
      const on = this.#original(blockerId);
      if (on !== blockerId && this.#isFamily(on, id)) return [];
      return [{ on, linkedTo: id, isInherited: false }];
    });
  }

  /** Closed as a duplicate: the issue that it duplicates stands in its place. */
  #original(id: string, met: readonly string[] = []): string {
    const issue = this.jira.issues.get(id);
    if (!this.jira.appReads(id) || issue === undefined) return id;
    if (this.categoryOf(issue) !== 'done' || issue.resolution?.name !== 'Duplicate') return id;
    const link = this.jira.links.find(
      ({ type, first, second }) =>
        type === 'Duplicate' && first === id && this.jira.appReads(second),
    );
    if (link === undefined || [...met, id].includes(link.second)) return id;
    return this.#original(link.second, [...met, id]);
  }

  #isLive(id: string): boolean {
    const issue = this.jira.issues.get(id);
    return issue !== undefined && this.jira.appReads(id) && this.categoryOf(issue) !== 'done';
  }

  /** Does whoever is waited for wait for the issue as well, through work that is not done? */
  #leadsBack(id: string, { on, isInherited }: Wait): boolean {
    if (!this.#isLive(id) || !this.#isLive(on)) return false;
    const met = new Set<string>();
    const stack = [on];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at === id) return true;
      if (met.has(at) || !this.#isLive(at)) continue;
      met.add(at);
      const waits = isInherited ? this.#waits(at) : this.#ownWaits(at);
      stack.push(...waits.map((wait) => wait.on));
    }
    return false;
  }

  #isPassedByParent({ isInherited, linkedTo, on }: Wait): boolean {
    const parent = isInherited ? this.jira.issues.get(linkedTo) : undefined;
    if (parent === undefined || this.categoryOf(parent) === 'todo') return false;
    return this.kept.passes.some(
      (pass) =>
        pass.issueId === linkedTo &&
        pass.gate === 'start' &&
        pass.usedAt !== null &&
        pass.usedAt >= parent.since - FIVE_MINUTES &&
        pass.tokens.includes(on),
    );
  }

  #holds({ on, linkedTo }: Wait): boolean {
    const blocker = this.jira.issues.get(on);
    const isHeldByUnknown = this.rules.policies[0]?.onUnknown === 'hold';
    if (blocker === undefined || !this.jira.appReads(on)) return isHeldByUnknown;
    if (this.categoryOf(blocker) !== 'done') return blocker.isArchived ? isHeldByUnknown : true;
    const as = blocker.resolution;
    if (as === null || as.name === 'Done') return false;
    return !this.kept.confirmations.some(
      (said) =>
        said.successorId === linkedTo &&
        said.blockerId === on &&
        said.closedAsId === as.id &&
        said.at >= blocker.since,
    );
  }
}
