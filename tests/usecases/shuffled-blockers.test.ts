import fc from 'fast-check';
import type { IssueLink } from '../../src/core/issue';
import type { HistoryEvent, StatusCategory, StatusRef } from '../../src/core/sla/judge/history';
import { type Instant, instant } from '../../src/core/time';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { sweepIncidents } from '../../src/usecases/clocks/sweep-incidents';
import {
  comment,
  DONE,
  incident,
  linkChange,
  moscow,
  OPEN,
  statusChange,
  WORKING,
} from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

const START = moscow('2026-11-23T10:00');
const END = moscow('2026-11-25T12:00');
const BLOCKERS = ['NET-1', 'VIRT-2', 'SUP-3'] as const;

/** What happens next to the incident or to one of its blockers, and when it is told, if at all. */
const step = fc.record({
  minutes: fc.integer({ min: 1, max: 240 }),
  what: fc.constantFrom('open', 'work', 'close', 'answer', 'ask', 'link', 'unlink', 'done', 'undo'),
  blocker: fc.constantFrom(...BLOCKERS),
  deliveries: fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 3 }),
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

type Story = {
  readonly events: readonly HistoryEvent[];
  readonly statuses: Map<string, { from: Instant; category: StatusCategory }[]>;
  readonly deliveries: readonly Instant[];
};

const MOVES: Readonly<Record<string, StatusRef>> = { open: OPEN, work: WORKING, close: DONE };

function storyOf(steps: readonly Step[]): Story {
  const events: HistoryEvent[] = [];
  const deliveries: Instant[] = [];
  const statuses: Story['statuses'] = new Map(
    BLOCKERS.map((key) => [key, [{ from: instant(0), category: 'new' }]]),
  );
  const linked = new Set<string>();
  let at = START;
  let from: StatusRef = OPEN;
  for (const { minutes, what, blocker, deliveries: late } of steps) {
    at = instant(at + minutes * 60_000);
    const to = MOVES[what];
    if (to !== undefined && to !== from) {
      events.push(statusChange(at, from, to));
      from = to;
    }
    if (what === 'answer') events.push(comment(at));
    if (what === 'ask') events.push(comment(at, 'client'));
    if (what === 'link' && !linked.has(blocker)) events.push(linkChange(at, 'added', blocker));
    if (what === 'unlink' && linked.has(blocker)) events.push(linkChange(at, 'removed', blocker));
    if (what === 'link') linked.add(blocker);
    if (what === 'unlink') linked.delete(blocker);
    const category = { done: 'done', undo: 'indeterminate' } as const;
    if (what === 'done' || what === 'undo') {
      statuses.get(blocker)?.push({ from: at, category: category[what] });
    }
    deliveries.push(...late.map((seconds) => instant(at + seconds * 1000)));
  }
  return { events, statuses, deliveries: deliveries.sort((a, b) => a - b) };
}

const link = (key: string): IssueLink => ({
  ...{ id: `link ${key}`, typeId: '1', typeName: 'Blocks', end: 'inward' },
  other: {
    ...{ id: `id ${key}`, key, summary: '' },
    status: { id: '1', name: 'Open', category: 'todo' },
  },
});

function linksAt(events: readonly HistoryEvent[], now: Instant): IssueLink[] {
  const keys = new Set<string>();
  for (const event of events) {
    if (event.kind !== 'link' || event.at > now) continue;
    if (event.change === 'added') keys.add(event.otherKey);
    else keys.delete(event.otherKey);
  }
  return [...keys].map(link);
}

function worldOf({ events, statuses }: Story): SlaWorld {
  const world = new SlaWorld();
  const goal = (target: string) => ({ goals: [{ target, calendar: 'office' }] });
  const clocks = {
    ...goldPolicy().clocks,
    ...{ nextResponse: goal('1h'), ownership: goal('3h') },
  };
  world.addPolicy(goldPolicy({ clocks }));
  world.addProject();
  world.addIssue(incident({ created: START, events }));
  for (const [key, changes] of statuses) world.blockers.push({ keys: [key], statuses: changes });
  return world;
}

/** Jira as it is at that moment. */
function moveTo(world: SlaWorld, { events }: Story, now: Instant): void {
  world.now = now;
  world.links.set('10001', linksAt(events, now));
}

// Monday to Wednesday, Moscow, 09-18; half of the events are lost, others come twice.
describe('messages, links and blockers through late, repeated and lost events and one sweep', () => {
  it('end in the rows of one look at the end', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(steps.map(storyOf), async (story) => {
        const told = worldOf(story);
        for (const at of story.deliveries) {
          moveTo(told, story, at);
          await refreshIssue(told.env, '10001');
        }
        moveTo(told, story, END);
        await sweepIncidents(told.env);
        for (const { id, due } of told.jobs.splice(0)) {
          if (due > told.now) told.now = due;
          await refreshIssue(told.env, id);
        }

        const looked = worldOf(story);
        moveTo(looked, story, END);
        await refreshIssue(looked.env, '10001');
        expect(told.store.verdicts()).toEqual(looked.store.verdicts());
        expect(told.properties).toEqual(looked.properties);
      }),
      { numRuns: 500 },
    );
  });
});
