import { orderPropertyOf } from '../../../src/core/order/order-property';
import { lookAtChange } from '../../../src/usecases/order/follow/look-at-change';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { idOf } from '../issues';
import { ChaosActs, type ChaosEvent } from './chaos-acts';
import { projectOf } from './chaos-jira';
import { ChaosSite } from './chaos-site';
import { Random } from './random';

export type ChaosOptions = {
  readonly seed: number;
  readonly steps: number;
  /** Share of events that never come, and of acts that Jira tells nobody of. */
  readonly lost: number;
};

/**
 * A random story of people, automations and administrators over a few issues of three departments,
 * with events that come late, twice, in any order or never. Answers the site as it is left: what is
 * still queued has run, and nothing else.
 */
export async function runChaos({ seed, steps, lost }: ChaosOptions): Promise<ChaosSite> {
  const random = new Random(seed);
  const site = new ChaosSite(random);
  const acts = new ChaosActs(site);
  const waiting: ChaosEvent[] = [];
  for (let i = 0; i < 7; i += 1) waiting.push(...acts.create());
  const epics = [...site.jira.issues.values()].slice(0, 2).map(({ key }) => key);
  site.world.addProject({}, epics);
  site.push(epics.map(idOf), 0);
  for (let step = 0; step < steps && site.wrong.length === 0; step += 1) {
    site.pass(random.chance(0.2) ? 0 : random.below(90_000));
    const during = random.chance(0.2) ? lookMeanwhile(site) : null;
    for (const event of await act(acts, random.next(), lost > 0)) {
      if (!random.chance(lost)) waiting.push(event);
      if (random.chance(0.1)) waiting.push(event);
    }
    await during;
    while (waiting.length > 0 && random.chance(0.6)) await deliver(site, take(waiting, random));
    while (random.chance(0.6) && (await site.runOne())) await Promise.resolve();
  }
  while (waiting.length > 0) await deliver(site, take(waiting, random));
  await site.drain();
  return site;
}

/** Two jobs at once, while somebody changes what they read. */
function lookMeanwhile(site: ChaosSite): Promise<unknown> {
  const ids = [site.random.of([...site.jira.issues.keys()]) ?? ''];
  return Promise.all([...ids, ...ids].map((id) => refreshOrder(site.env, id)));
}

async function act(
  acts: ChaosActs,
  dice: number,
  withSilent: boolean,
): Promise<readonly ChaosEvent[]> {
  if (dice < 0.2) return acts.link();
  if (dice < 0.27) return acts.unlink();
  if (dice < 0.6) return acts.moveByRule();
  if (dice < 0.7) return acts.movePastRule();
  if (dice < 0.75) return acts.create();
  if (dice < 0.79) return acts.resolve();
  if (dice < 0.82) return acts.remove(withSilent ? 'any' : 'looked at');
  if (dice < 0.85) return acts.moveProject();
  if (dice < 0.95) return acts.decide();
  if (dice < 0.97) return acts.restrict();
  return withSilent ? acts.silently() : acts.link();
}

function take(waiting: ChaosEvent[], random: Random): ChaosEvent {
  return waiting.splice(random.below(waiting.length), 1)[0] as ChaosEvent;
}

/** As the triggers and their consumer do. */
async function deliver(site: ChaosSite, event: ChaosEvent): Promise<void> {
  if (event.kind === 'link') {
    site.push([event.link.sourceId, event.link.destinationId], 0);
    return;
  }
  const [place = null] = await site.world.orderStates.listStates([event.issueId]);
  await lookAtChange(site.env, { ...event, project: null }, place);
}

/** Where what the app keeps and shows differs from a recomputation. */
export function differences(site: ChaosSite): readonly string[] {
  const order = site.naive();
  const { orderStates, epics, departments } = site.world;
  const found: string[] = [];
  for (const issue of site.jira.issues.values()) {
    const stored = orderStates.states.get(issue.id);
    if (!site.jira.appReads(issue.id)) {
      if (stored !== undefined) found.push(`${issue.key}: kept, but not to be read`);
      continue;
    }
    const isKept = order.isOrdered(issue.id) || epics.some(({ issueId }) => issueId === issue.id);
    const { state, waitsFor } = order.state(issue);
    const expected = isKept ? `${state} ${[...waitsFor].sort().join(' ')}`.trim() : 'nothing';
    const actual =
      stored === undefined
        ? 'nothing'
        : `${stored.state} ${[...stored.waitsFor].sort().join(' ')}`.trim();
    // Jira's search finds nothing that is archived, so nobody to whom that hands anything down.
    const isHidden = issue.isArchived || site.jira.issues.get(issue.parentId ?? '')?.isArchived;
    const isUnseen = stored === undefined && isHidden === true;
    if (actual !== expected && !isUnseen)
      found.push(`${issue.key}: stored ${actual}, but is ${expected}`);
    const named = waitsFor.flatMap((id) => {
      const blocker = site.jira.appReads(id) ? site.jira.issues.get(id) : undefined;
      const isOpen = departments.some(
        ({ projectKey, isOpen }) =>
          isOpen && blocker !== undefined && projectKey === projectOf(blocker),
      );
      return isOpen && blocker !== undefined ? [blocker.key] : [];
    });
    const isOfClient = epics.some(
      ({ issueId }) => issueId === issue.id || issueId === issue.parentId,
    );
    const shown = {
      ...(isOfClient ? { client: 'ACME' } : {}),
      ...(named.length > 0 ? { waitsFor: named.sort() } : {}),
      ...(isKept ? { state } : {}),
    };
    const property = orderPropertyOf(issue.property) as { state?: string; waitsFor?: string[] };
    const sorted = {
      ...property,
      ...(property.waitsFor ? { waitsFor: [...property.waitsFor].sort() } : {}),
    };
    if (!isUnseen && !issue.isArchived && jsonOf(sorted) !== jsonOf(isKept ? shown : {})) {
      found.push(
        `${issue.key}: shows ${jsonOf(property)} instead of ${jsonOf(isKept ? shown : {})}`,
      );
    }
    const isFlagged = stored?.flags.some(({ kind }) => kind === 'cycle') ?? false;
    if (stored !== undefined && isKept && isFlagged !== order.isOnCircle(issue.id)) {
      found.push(`${issue.key}: ${isFlagged ? 'flagged as' : 'not flagged as'} on a circle`);
    }
  }
  for (const id of orderStates.states.keys()) {
    if (!site.jira.issues.has(id)) found.push(`${id}: kept, but is gone`);
  }
  return found;
}

function jsonOf(value: object): string {
  return JSON.stringify(Object.entries(value).sort());
}
