import type { Policy } from '../../src/core/sla/policy/policy';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { tellDueWarnings } from '../../src/usecases/clocks/tell-due-warnings';
import { comment, moscow } from './incident';
import { goldPolicy } from './policy-text';
import { SlaWorld } from './sla-world';

/** To those who work on it at three quarters, to the TAM at the breach. */
export const WARNINGS: NonNullable<Policy['warnings']> = [
  { at: '75%', notify: ['assignee', 'lead'] },
  { at: '100%', notify: ['tam'] },
];

/** Monday 2026-11-23, Moscow: created 10:00, answered 10:05, to be solved by 14:00. */
export const ANSWER = comment(moscow('2026-11-23T10:05'));

/** ACME at 10:10, whose contract warns; Lena leads Support. */
export function warnedWorld(changes: Partial<Policy> = {}): SlaWorld {
  const world = new SlaWorld();
  world.now = moscow('2026-11-23T10:10');
  world.addPolicy(goldPolicy({ warnings: WARNINGS, ...changes }));
  world.addProject();
  world.departments = [
    {
      projectId: '10100',
      projectKey: 'SUP',
      name: 'Support',
      leadAccountId: 'lena',
      isOpen: false,
    },
  ];
  return world;
}

/** Looks at every incident, then runs the schedule at each of these times. */
export async function told(w: SlaWorld, ...times: string[]): Promise<string[]> {
  for (const id of w.issues.keys()) await refreshIssue(w.env, id);
  for (const time of times) {
    w.now = moscow(time);
    await tellDueWarnings(w.env);
  }
  return w.mails.map(({ accountIds, subject }) => `${accountIds.join('+')}: ${subject}`);
}
