import { must } from '../jira/state/state';
import type { NamedThing, User } from '../jira/state/types';
import { clients, type PriorityName, status } from './catalogue';
import type { Incident } from './incidents';
import type { Deed, Step } from './issue-script';
import { staffByDepartment } from './people';

const minute = 60_000;
const hour = 60 * minute;

const client = (name: string): NamedThing =>
  must(new Map(clients.map((candidate) => [candidate.name, candidate])), name);

/** Incidents that are open at `now`, each in a state worth looking at. */
export function openIncidents(now: number): Incident[] {
  return [
    incident(now, 'ACME', 'P1', 'The shop is down in all regions', 8 * minute, []),
    incident(
      now,
      'ACME',
      'P2',
      'Checkout times out (resolution due soon)',
      7 * hour + 40 * minute,
      [
        [10 * minute, answer],
        [12 * minute, start],
      ],
    ),
    incident(now, 'ACME', 'P2', 'Which address may we block?', 20 * hour, [
      [15 * minute, answer],
      [18 * minute, start],
      [hour, ask],
    ]),
    incident(now, 'BETA', 'P2', 'Backups are slower than agreed', 11 * hour, [
      [22 * minute, answer],
      [25 * minute, start],
    ]),
    incident(now, 'BETA', 'P3', 'Extend the log retention', 5 * hour, [[30 * minute, answer]]),
    incident(now, 'GAMMA', 'P4', 'Old records in the DNS zone', 26 * hour, [
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
  return must(new Map(must(staffByDepartment, 'SUP').engineers.entries()), 0);
}

function incident(
  now: number,
  clientName: string,
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
    client: client(clientName),
    summary: `${clientName}: ${what}`,
    createdAt,
    steps,
  };
}
