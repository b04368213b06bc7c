import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { comment, incident, moscow } from './incident';
import { SlaWorld } from './sla-world';

/**
 * ACME under the gold contract, Monday 2026-11-23, 12:00 in Moscow: 1 h for the answer and 4 h for
 * the solution of High, hours 09-18.
 */
export function acmeWorld(): SlaWorld {
  const world = new SlaWorld();
  world.addPolicy();
  world.addProject();
  return world;
}

const ANSWER = comment(moscow('2026-11-23T10:30'));

/** The same with an incident of 10:00, answered at 10:30 and to be solved by 14:00, looked at. */
export async function answeredWorld(): Promise<SlaWorld> {
  const world = acmeWorld();
  world.addIssue(incident({ events: [ANSWER] }));
  await refreshIssue(world.env, '10001');
  return world;
}

/** The same with so many incidents, each answered after half an hour, none looked at. */
export function worldOfIncidents(count: number): SlaWorld {
  const world = acmeWorld();
  for (let number = 1; number <= count; number += 1) {
    const ids = { issueId: String(10_000 + number), key: `SUP-${number}` };
    world.addIssue(incident({ ...ids, events: [ANSWER] }));
  }
  return world;
}
