import {
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type OrderRules,
} from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import type { UserEnv } from '../../../src/usecases/env';
import { lookAtDue } from '../../../src/usecases/order/follow/look-at-due';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { sweepOrder } from '../../../src/usecases/order/follow/sweep-order';
import type { JiraPort } from '../../../src/usecases/ports/jira-port';
import type { OrderState } from '../../../src/usecases/ports/order-state-port';
import type { Notice } from '../../../src/usecases/ports/warning-ports';
import { OrderWorld } from '../order-world';
import { historyOf } from '../order-world-jira';
import { ChaosJira, later, STATUSES } from './chaos-jira';
import { NaiveOrder } from './naive-order';
import type { Random } from './random';

type Job = { readonly issueId: string; readonly at: number };

/** The app on a site whose Jira is `jira`: its use cases, its queue, and what it did. */
export class ChaosSite {
  readonly jira: ChaosJira;
  readonly world = new OrderWorld();
  readonly rules: OrderRules;
  queue: Job[] = [];
  readonly told: Notice[] = [];
  /** What must never be, as it was found. */
  readonly wrong: string[] = [];
  readonly story: string[] = [];
  /** Issues whose last start the order had nothing against. */
  readonly startedWell = new Set<string>();
  readonly #toldKeys = new Set<string>();

  constructor(readonly random: Random) {
    this.jira = new ChaosJira(random.chance(0.5) ? 'shown' : 'leftOut');
    const policy = {
      ...DEFAULT_POLICY,
      gates: { start: true, finish: random.chance(0.3) },
      guard: random.chance(0.5) ? ('moveBack' as const) : ('flag' as const),
      onUnknown: random.chance(0.3) ? ('hold' as const) : ('warn' as const),
      inherit: { toSubtasks: random.chance(0.3), fromEpic: false },
    };
    const statusMaps = { NET: { '4': 'todo' as const } };
    this.rules = { ...DEFAULT_RULES, policies: [policy], statusMaps };
    this.world.order.site = { ...DEFAULT_SITE, rules: this.rules };
    this.#watchStates();
  }

  get now() {
    return this.world.now;
  }

  tell(line: string): void {
    this.story.push(`${new Date(this.now).toISOString().slice(11, 19)} ${line}`);
  }

  pass(ms: number): void {
    this.world.now = later(this.now, ms);
  }

  naive(): NaiveOrder {
    const { passes, confirmations, issueOrders } = this.world.order;
    return new NaiveOrder(this.jira, { passes, confirmations, issueOrders }, this.rules, this.now);
  }

  get env(): UserEnv {
    const env = this.world.env;
    return {
      ...env,
      asApp: { ...env.asApp, ...this.#jiraPort() },
      queue: { ...env.queue, pushOrder: async (ids, seconds) => this.push(ids, seconds) },
      warnings: {
        ...env.warnings,
        addNotices: async (notices) => {
          for (const notice of notices) {
            if (!this.told.some(({ id }) => id === notice.id)) this.told.push(notice);
          }
        },
        listNotices: async () => [],
      },
    };
  }

  push(ids: readonly string[], seconds: number): void {
    for (const issueId of ids) this.queue.push({ issueId, at: this.now + seconds * 1000 });
  }

  /** One job that is due, whichever; sometimes it comes once more. */
  async runOne(): Promise<boolean> {
    const due = this.queue.filter(({ at }) => at <= this.now);
    const job = this.random.of(due);
    if (job === undefined) return false;
    if (!this.random.chance(0.1)) this.queue.splice(this.queue.indexOf(job), 1);
    await refreshOrder(this.env, job.issueId);
    return true;
  }

  /** Everything that is queued, and what comes of it, time passing where it has to. */
  async drain(): Promise<void> {
    for (let jobs = 0; ; ) {
      while (await this.runOne()) {
        jobs += 1;
        if (jobs > 2000) throw new Error('the queue never empties');
      }
      const next = Math.min(...this.queue.map(({ at }) => at));
      if (this.queue.length > 0) this.pass(Math.max(1, next - this.now));
      else {
        await lookAtDue(this.env);
        if (this.queue.length === 0) return;
      }
    }
  }

  async sweep(): Promise<void> {
    await sweepOrder(this.env);
  }

  #jiraPort(): Partial<JiraPort> {
    const read = async (ids: readonly string[]) => {
      // Others come in between, as they do over a network.
      for (let i = this.random.below(4); i > 0; i -= 1) await Promise.resolve();
      const wanted = new Set(ids);
      return this.jira.readByApp().filter(({ id, key }) => wanted.has(id) || wanted.has(key));
    };
    return {
      listIssues: read,
      findHistory: async (id) => historyOf(id, this.jira.issues.get(id)?.moves ?? []),
      findIssue: async (idOrKey) => (await read([idOrKey]))[0] ?? null,
      findStatus: async (id) => STATUSES.find((each) => each.id === id) ?? null,
      listLinkTypes: async () => [
        { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
      ],
      searchIds: async (jql) => ({ ids: this.#search(jql), next: null }),
      moveBack: async (id) => this.#moveBack(id),
      addComment: async () => undefined,
      setIssueProperty: async (id, _key, value) => {
        const issue = this.jira.issues.get(id);
        if (issue?.isArchived === true) throw new Error(`${issue.key} is archived`);
        if (issue !== undefined) issue.property = value;
      },
    };
  }

  #search(jql: string): readonly string[] {
    const live = this.jira.readByApp().filter(({ isArchived }) => !isArchived);
    const parents = /^parent in \((.*)\)$/.exec(jql)?.[1]?.split(', ') ?? [];
    const found = live.filter(({ links, parentId, tamProperty }) => {
      if (jql === 'tamState is not EMPTY') return 'state' in ((tamProperty ?? {}) as object);
      if (jql.startsWith('parent in')) return parents.includes(parentId ?? '');
      if (jql !== 'issueLinkType in ("Blocks")') throw new Error(`unknown JQL ${jql}`);
      return links.some(({ typeName }) => typeName === 'Blocks');
    });
    return found.map(({ id }) => id);
  }

  #moveBack(id: string): boolean {
    const issue = this.jira.issues.get(id);
    if (issue === undefined || issue.isArchived) return false;
    this.tell(`the guard moves ${issue.key} back`);
    if (this.startedWell.has(id)) this.wrong.push(`${issue.key} was started legally, moved back`);
    this.jira.move(issue, '1', null, this.now);
    return true;
  }

  /** A notice that was decided must not be taken for one that was told before. */
  #watchStates(): void {
    const { orderStates } = this.world;
    const save = orderStates.saveState;
    orderStates.saveState = async (state: OrderState, shown: number) => {
      const before = orderStates.states.get(state.issueId)?.pending ?? null;
      const isSaved = await save(state, shown);
      const { pending } = state;
      const isNew =
        pending !== null && (before?.key !== pending.key || before.kind !== pending.kind);
      if (!isSaved || pending === null || !isNew) return isSaved;
      const key = `${state.issueId} ${pending.kind} ${pending.key}`;
      if (this.#toldKeys.has(key)) this.wrong.push(`${state.issueKey}: ${pending.kind} told twice`);
      this.#toldKeys.add(key);
      return isSaved;
    };
  }
}
