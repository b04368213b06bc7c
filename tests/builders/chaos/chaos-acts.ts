import type { ToldLink } from '../../../src/usecases/order/follow/note-unreadable-link';
import { judgeTransition } from '../../../src/usecases/order/rule/judge-transition';
import {
  type KeptIssue,
  type KeptLink,
  LINK_TYPES,
  later,
  projectOf,
  RESOLUTIONS,
  STATUSES,
} from './chaos-jira';
import type { ChaosSite } from './chaos-site';

export const DEPARTMENTS = ['NET', 'VIRT', 'BCK'] as const;

/** What Jira tells the app of a change; it may come late, twice or never. */
export type ChaosEvent =
  | { readonly kind: 'issue'; readonly issueId: string; readonly fields: readonly string[] }
  | { readonly kind: 'link'; readonly link: ToldLink };

const LOOK: ChaosEvent[] = [];

/** Which entries of a list are not what they were. */
const changedFrom =
  <T>(before: readonly T[]) =>
  (value: T, at: number): boolean =>
    value !== before[at];

function told(link: KeptLink | undefined, change: ToldLink['change']): readonly ChaosEvent[] {
  if (link === undefined) return LOOK;
  const { typeId, typeName } = LINK_TYPES[link.type];
  const [sourceId, destinationId] = [link.first, link.second];
  return [
    { kind: 'link', link: { id: link.id, typeId, typeName, sourceId, destinationId, change } },
  ];
}

/** Things that people, automations and administrators do in Jira. Each answers its events. */
export class ChaosActs {
  constructor(readonly site: ChaosSite) {}

  anyIssue(): KeptIssue | undefined {
    return this.site.random.of([...this.site.jira.issues.values()]);
  }

  create(): readonly ChaosEvent[] {
    const { site } = this;
    const status = site.random.chance(0.8) ? '1' : (site.random.of(STATUSES)?.id ?? '1');
    const parent = site.random.chance(0.2) ? this.anyIssue() : undefined;
    const parentId = parent?.parentId === null ? parent.id : null;
    const project = parentId !== null && parent !== undefined ? projectOf(parent) : null;
    const key = project ?? site.random.of(DEPARTMENTS) ?? 'NET';
    const issue = site.jira.create(key, status, site.now, parentId);
    site.tell(
      `${issue.key} is created in ${status}${parentId === null ? '' : ` under ${parentId}`}`,
    );
    this.noteStart(issue);
    return [{ kind: 'issue', issueId: issue.id, fields: [] }];
  }

  link(): readonly ChaosEvent[] {
    const [first, second] = [this.anyIssue(), this.anyIssue()];
    if (first === undefined || second === undefined) return LOOK;
    if (!this.site.jira.addLink('Blocks', first.id, second.id)) return LOOK;
    this.site.tell(`${first.key} blocks ${second.key}`);
    return told(this.site.jira.links.at(-1), 'created');
  }

  unlink(): readonly ChaosEvent[] {
    const { jira, random } = this.site;
    const link = random.of(jira.links);
    if (link === undefined) return LOOK;
    jira.links = jira.links.filter((one) => one !== link);
    this.site.tell(`${link.type} ${link.first} -> ${link.second} is removed`);
    return told(link, 'deleted');
  }

  /** As the rule in the workflow decides. */
  async moveByRule(): Promise<readonly ChaosEvent[]> {
    const issue = this.anyIssue();
    const to = this.site.random.of(STATUSES);
    if (issue === undefined || to === undefined || issue.isArchived) return LOOK;
    const { site } = this;
    const from = site.naive().categoryOf(issue);
    const category = site.naive().categoryOf({ key: issue.key, statusId: to.id });
    const gate =
      from === category || category === 'todo' ? null : category === 'done' ? 'finish' : 'start';
    const before = site.naive();
    const [held, circles] =
      gate === null ? [[], []] : [before.tokens(issue.id, gate), before.held(issue.id, gate)];
    const pass = gate === null ? null : before.passFor(issue.id, gate);
    const used = () => site.world.order.passes.map(({ usedAt }) => usedAt);
    const usedBefore = used();
    const ask = () =>
      judgeTransition(site.env, {
        ...{ issueKey: issue.key, toStatusId: to.id, mover: { kind: 'unknown' } },
        gates: ['start', 'finish'],
      });
    const isTwice = site.random.chance(0.2);
    const verdicts = await Promise.all(isTwice ? [ask(), ask()] : [ask()]);
    const allowed = verdicts.filter((verdict) => verdict.allowed).length;
    const about = `${issue.key} to ${to.name}`;
    site.tell(
      `${about}: ${allowed} of ${verdicts.length} allowed, waits for ${held.join(' ') || 'nobody'}`,
    );
    if (!site.jira.appReads(issue.id)) {
      // Nobody can judge what the app cannot read: the default lets it through.
    } else if (held.length === 0 && allowed < verdicts.length) {
      site.wrong.push(`legal, but refused: ${about}`);
    } else if (held.length > 0 && allowed !== used().filter(changedFrom(usedBefore)).length) {
      site.wrong.push(`illegal, allowed without a pass: ${about} (${circles.join(' ')})`);
    } else if (held.length > 0 && pass !== null && allowed === 0) {
      site.wrong.push(`refused in spite of a pass: ${about}`);
    }
    if (allowed === 0) return LOOK;
    if (site.random.chance(0.1)) {
      site.tell(`${about}: refused by another rule`);
      return LOOK;
    }
    return this.#moveTo(issue, to.id, gate !== null);
  }

  /** Automation, an import, a trigger: no rule is asked. */
  movePastRule(): readonly ChaosEvent[] {
    const issue = this.anyIssue();
    const to = this.site.random.of(STATUSES);
    if (issue === undefined || to === undefined || issue.isArchived) return LOOK;
    this.site.tell(`${issue.key} is pushed to ${to.name}`);
    const order = this.site.naive();
    const gate =
      order.categoryOf({ key: issue.key, statusId: to.id }) === 'done' ? 'finish' : 'start';
    const isFine =
      order.tokens(issue.id, gate).length === 0 || order.passFor(issue.id, gate)?.usedAt === null;
    return this.#moveTo(issue, to.id, isFine);
  }

  #moveTo(issue: KeptIssue, statusId: string, isFine: boolean): readonly ChaosEvent[] {
    const { site } = this;
    const before = site.naive().categoryOf(issue);
    const { done, wontDo, duplicate } = RESOLUTIONS;
    const resolution = site.random.chance(0.7)
      ? done
      : (site.random.of([wontDo, duplicate]) ?? done);
    site.jira.move(issue, statusId, resolution, site.now);
    const after = site.naive().categoryOf(issue);
    if (after === 'todo') site.startedWell.delete(issue.id);
    else if (before !== after) {
      if (isFine) site.startedWell.add(issue.id);
      else site.startedWell.delete(issue.id);
    }
    if (resolution === duplicate && statusId === '5') {
      const original = this.anyIssue();
      if (original !== undefined && original.id !== issue.id && !this.#isDuplicate(issue)) {
        site.jira.addLink('Duplicate', issue.id, original.id);
        site.tell(`${issue.key} duplicates ${original.key}`);
      }
    }
    return [{ kind: 'issue', issueId: issue.id, fields: ['status'] }];
  }

  #isDuplicate({ id }: KeptIssue): boolean {
    return this.site.jira.links.some(({ type, first }) => type === 'Duplicate' && first === id);
  }

  noteStart(issue: KeptIssue): void {
    const order = this.site.naive();
    if (order.categoryOf(issue) !== 'inProgress') this.site.startedWell.delete(issue.id);
    else if (order.held(issue.id, 'start').length === 0) this.site.startedWell.add(issue.id);
  }

  /** A reason is given afterwards, or taken back. */
  resolve(): readonly ChaosEvent[] {
    const issue = this.anyIssue();
    if (issue === undefined || issue.statusId !== '5') return LOOK;
    issue.resolution = this.site.random.of(Object.values(RESOLUTIONS)) ?? null;
    this.site.tell(`${issue.key} is now resolved as ${issue.resolution?.name}`);
    return [{ kind: 'issue', issueId: issue.id, fields: ['status'] }];
  }

  /** One that nobody has looked at yet leaves no word of its links: only a sweep finds those. */
  remove(whatever: 'looked at' | 'any'): readonly ChaosEvent[] {
    const issue = this.anyIssue();
    if (issue === undefined || this.site.jira.issues.size < 4) return LOOK;
    const linked = this.site.jira.links.flatMap(({ first, second }) =>
      first === issue.id ? [second] : second === issue.id ? [first] : [],
    );
    const stored = this.site.world.orderStates.states.get(issue.id);
    const isKnown = linked.every(
      (id) => stored?.successorIds.includes(id) || stored?.linkedIds.includes(id),
    );
    if (whatever === 'looked at' && !isKnown) return LOOK;
    this.site.tell(`${issue.key} is deleted`);
    this.site.jira.delete(issue.id);
    return [{ kind: 'issue', issueId: issue.id, fields: [] }];
  }

  /** To another department, under a new key. */
  moveProject(): readonly ChaosEvent[] {
    const issue = this.anyIssue();
    if (issue === undefined || issue.parentId !== null || issue.isArchived) return LOOK;
    const before = issue.key;
    const wasRunning = this.site.naive().categoryOf(issue) === 'inProgress';
    issue.key = this.site.jira.newKey(this.site.random.of(DEPARTMENTS) ?? 'NET');
    this.site.tell(`${before} moves to ${issue.key}`);
    if (!wasRunning || this.site.naive().categoryOf(issue) !== 'inProgress') this.noteStart(issue);
    return [{ kind: 'issue', issueId: issue.id, fields: ['status'] }];
  }

  /** No event tells any of these. */
  silently(): readonly ChaosEvent[] {
    const { site } = this;
    const issue = this.anyIssue();
    const project = site.random.of(DEPARTMENTS) ?? 'NET';
    const what = site.random.below(3);
    if (what === 0) {
      if (!site.jira.closedToApp.delete(project)) site.jira.closedToApp.add(project);
      site.tell(
        `${project} is ${site.jira.closedToApp.has(project) ? 'closed' : 'open'} to the app`,
      );
    } else if (issue !== undefined && what === 1) {
      issue.isArchived = !issue.isArchived;
      site.tell(`${issue.key} is ${issue.isArchived ? '' : 'no longer '}archived`);
    } else if (issue !== undefined) {
      issue.property = { state: 'ready', waitsFor: ['NOBODY-1'] };
      site.tell(`the property of ${issue.key} is forged`);
    }
    return LOOK;
  }

  restrict(): readonly ChaosEvent[] {
    const issue = this.anyIssue();
    if (issue === undefined) return LOOK;
    issue.isSecret = !issue.isSecret;
    this.site.tell(`${issue.key} is ${issue.isSecret ? '' : 'no longer '}secret`);
    return [{ kind: 'issue', issueId: issue.id, fields: ['security'] }];
  }

  /** A TAM's decisions in the panel, which looks at the issue afterwards. */
  async decide(): Promise<readonly ChaosEvent[]> {
    const { site } = this;
    const issue = this.anyIssue();
    if (issue === undefined || !site.jira.appReads(issue.id)) return LOOK;
    const { order } = site.world;
    const [pick, now] = [site.random.below(3), site.now];
    const gate = site.random.chance(0.7) ? 'start' : 'finish';
    const tokens = site.naive().tokens(issue.id, gate);
    if (pick === 0) {
      const notBefore = site.random.chance(0.7) ? later(now, site.random.below(3_600_000)) : null;
      const known = await order.findIssueOrder(issue.id);
      order.issueOrders.set(issue.id, { ...known, notBefore });
      site.tell(
        `${issue.key} not before ${notBefore === null ? 'any time' : new Date(notBefore).toISOString()}`,
      );
    } else if (pick === 1 && tokens.length > 0) {
      order.passes.push({
        ...{ id: `pass-${order.passes.length + 1}`, issueId: issue.id, gate, tokens },
        ...{ issuedBy: 'tam', reason: 'the client cannot wait', clientProjectId: null },
        ...{ issuedAt: now, expiresAt: later(now, 1_800_000), usedAt: null, revokedAt: null },
        revokedBy: null,
      });
      site.tell(`a pass for the ${gate} of ${issue.key} over ${tokens.join(' ')}`);
    } else {
      const blocker = this.anyIssue();
      if (blocker === undefined || blocker.resolution === null) return LOOK;
      order.confirmations.push({
        ...{ successorId: issue.id, blockerId: blocker.id, closedAsId: blocker.resolution.id },
        ...{ by: 'tam', at: now },
      });
      site.tell(`${issue.key} need not wait for ${blocker.key}`);
    }
    site.push([issue.id], 0);
    return LOOK;
  }
}
