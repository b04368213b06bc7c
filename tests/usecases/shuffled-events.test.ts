import fc from 'fast-check';
import type { HistoryEvent, StatusRef } from '../../src/core/sla/judge/history';
import type { Policy } from '../../src/core/sla/policy/policy';
import { type Instant, instant } from '../../src/core/time';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { sweepIncidents } from '../../src/usecases/clocks/sweep-incidents';
import {
  comment,
  DONE,
  incident,
  moscow,
  OPEN,
  priorityChange,
  statusChange,
  WAITING,
  WORKING,
} from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

const START = moscow('2026-11-23T10:00');
const END = moscow('2026-11-25T12:00');

/** Half the goals, from some time on, for what starts then or also for what is open. */
const change = fc.record({
  minutes: fc.integer({ min: 1, max: 1500 }),
  appliesToOpen: fc.boolean(),
});

/** Statuses in turn at growing times, a comment or a lower priority in between. */
const life = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 300 }),
      to: fc.constantFrom(OPEN, WORKING, WAITING, DONE),
      extra: fc.constantFrom('none', 'comment', 'priority'),
      // How late its event comes, if at all, and how often.
      deliveries: fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    const events: HistoryEvent[] = [];
    const deliveries: Instant[] = [];
    let at = START;
    let from: StatusRef = OPEN;
    for (const step of steps) {
      at = instant(at + step.minutes * 60_000);
      events.push(statusChange(at, from, step.to));
      if (step.extra === 'comment') events.push(comment(instant(at + 1000)));
      if (step.extra === 'priority') events.push(priorityChange(instant(at + 1000)));
      from = step.to;
      deliveries.push(...step.deliveries.map((late) => instant(at + late * 1000)));
    }
    return { events, deliveries: deliveries.sort((a, b) => a - b) };
  });

/** An accidental close is taken back by a reopening within half an hour. */
function policy(version: number, response: string, resolution: string): Policy {
  const { clocks } = goldPolicy();
  const goal = (target: string) => ({ goals: [{ target, calendar: 'office' }] });
  return goldPolicy({
    version,
    clocks: {
      response: goal(response),
      resolution: { ...clocks.resolution, ...goal(resolution), reopenGrace: '30m' },
    },
  });
}

function changeRules(world: SlaWorld, at: Instant, appliesToOpen: boolean): void {
  world.addPolicy(policy(2, '30m', '2h'), { effectiveFrom: at, appliesToOpen });
}

function worldWith(events: readonly HistoryEvent[]): SlaWorld {
  const world = new SlaWorld();
  world.addPolicy(policy(1, '1h', '4h'));
  world.addProject();
  world.addIssue(incident({ created: START, events }));
  return world;
}

async function runJobs(world: SlaWorld): Promise<void> {
  for (let job = world.jobs.shift(); job !== undefined; job = world.jobs.shift()) {
    if (job.due > world.now) world.now = job.due;
    await refreshIssue(world.env, job.id);
  }
}

/** What the time of each frozen cycle went to, whenever it was frozen. */
async function ledgersOf(world: SlaWorld): Promise<object> {
  const ledgers = await world.env.ledgers.listLedgers('10001');
  return Object.fromEntries(
    ledgers.map(({ clock, cycle, entries }) => [`${clock} ${cycle}`, entries]),
  );
}

describe('one history through late, repeated, reordered and lost events and one sweep', () => {
  it('ends in the rows and ledgers of one look at the end, versions included', async () => {
    await fc.assert(
      fc.asyncProperty(life, change, async ({ events, deliveries }, { minutes, appliesToOpen }) => {
        const changedAt = instant(START + minutes * 60_000);
        const told = worldWith(events);
        for (const at of deliveries) {
          if (at >= changedAt) changeRules(told, changedAt, appliesToOpen);
          told.now = at;
          await refreshIssue(told.env, '10001');
        }
        changeRules(told, changedAt, appliesToOpen);
        told.now = END;
        await sweepIncidents(told.env);
        await runJobs(told);

        const looked = worldWith(events);
        changeRules(looked, changedAt, appliesToOpen);
        looked.now = END;
        await refreshIssue(looked.env, '10001');

        expect(told.store.verdicts()).toEqual(looked.store.verdicts());
        expect(told.properties).toEqual(looked.properties);
        expect(await ledgersOf(told)).toEqual(await ledgersOf(looked));
      }),
      { numRuns: 1000 },
    );
  });
});
