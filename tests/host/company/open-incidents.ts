import { must } from '../jira/state/state';
import type { NamedThing, User } from '../jira/state/types';
import { client, type PriorityName, status } from './catalogue';
import type { Incident } from './incidents';
import type { Deed, Step } from './issue-script';
import { staffByDepartment } from './people';

const minute = 60_000;
const hour = 60 * minute;

/** Incidents that are open at `now`, each in a state worth looking at. */
export function openIncidents(now: number): Incident[] {
  return [
    incident(now, client.acme, 'P1', 'The shop is down in all regions', 8 * minute, []),
    incident(
      now,
      client.acme,
      'P2',
      'Checkout times out (resolution due soon)',
      7 * hour + 40 * minute,
      [
        [10 * minute, answer],
        [12 * minute, start],
      ],
    ),
    incident(now, client.acme, 'P2', 'Which address may we block?', 20 * hour, [
      [15 * minute, answer],
      [18 * minute, start],
      [hour, ask],
    ]),
    incident(now, client.beta, 'P2', 'Backups are slower than agreed', 11 * hour, [
      [22 * minute, answer],
      [25 * minute, start],
    ]),
    incident(now, client.beta, 'P3', 'Extend the log retention', 5 * hour, [[30 * minute, answer]]),
    incident(now, client.gamma, 'P4', 'Old records in the DNS zone', 26 * hour, [
      [2 * hour, answer],
      [3 * hour, start],
    ]),
  ];
}

const answer: Deed[] = [{ do: 'comment', text: 'We are on it.' }];
const start: Deed[] = [
  { do: 'assign', to: engineer() },
  { do: 'move', statusId: status.inProgress },
];
const ask: Deed[] = [
  { do: 'comment', text: 'We need your answer to go on.' },
  { do: 'move', statusId: status.waiting },
];

function engineer(): User {
  return must(staffByDepartment, 'SUP').engineers[0];
}

function incident(
  now: number,
  forClient: NamedThing,
  priority: PriorityName,
  what: string,
  agoMs: number,
  deeds: ReadonlyArray<readonly [number, Deed[]]>,
): Incident {
  const createdAt = now - agoMs;
  const steps: Step[] = deeds.map(([afterMs, list]) => ({
    at: createdAt + afterMs,
    by: engineer(),
    deeds: list,
  }));
  return {
    projectKey: 'SUP',
    priority,
    client: forClient,
    summary: `${forClient.name}: ${what}`,
    createdAt,
    steps,
  };
}
