import { TZDate } from '@date-fns/tz';
import { type JiraState, must } from '../jira/state/state';
import type { NamedThing, Project, User } from '../jira/state/types';
import { client, issueType, type PriorityName, priority } from './catalogue';
import { livesThrough } from './incident-life';
import { type Start, type Step, writeIssue } from './issue-script';
import { openIncidents } from './open-incidents';
import { people, staffByDepartment } from './people';
import type { Random } from './random';

export interface Incident {
  projectKey: 'SUP' | 'DUTY';
  priority: PriorityName;
  client: NamedThing;
  summary: string;
  createdAt: number;
  steps: readonly Step[];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const past = 114;

const troubles = [
  'The shop answers 502',
  'Disk of the database is full',
  'No connection to the VPN',
  'Pages load slowly',
  'Mail is not delivered',
  'Certificate expires tomorrow',
  'Packet loss to the office',
  'Nightly job did not run',
  'Login fails for some users',
  'Replica is behind the primary',
];

/**
 * How fast each priority is usually answered and resolved, and how late when it goes wrong: [from,
 * to] in minutes.
 */
const paces: Record<PriorityName, Record<'respond' | 'resolve', { good: Range; late: Range }>> = {
  P1: { respond: pace([3, 12], [18, 50]), resolve: pace([60, 220], [270, 540]) },
  P2: { respond: pace([5, 25], [35, 90]), resolve: pace([90, 440], [520, 900]) },
  P3: { respond: pace([10, 180], [1_500, 1_600]), resolve: pace([200, 1_700], [7_300, 9_000]) },
  P4: { respond: pace([20, 240], [2_900, 3_100]), resolve: pace([1_440, 5_000], [18_000, 20_000]) },
};

type Range = readonly [number, number];

function pace(good: Range, late: Range): { good: Range; late: Range } {
  return { good, late };
}

/** About 120 incidents of three clients over the last 100 days, and some that are open now. */
export function addIncidents(state: JiraState, random: Random, now: number): void {
  const closed = Array.from({ length: past }, (_, i) => pastIncident(random, now, i));
  const all = [...closed, ...openIncidents(now)].sort((a, b) => a.createdAt - b.createdAt);
  for (const incident of all) write(state, incident, now);
}

function pastIncident(random: Random, now: number, i: number): Incident {
  const name = random.pick(['P1', 'P2', 'P2', 'P3', 'P3', 'P3', 'P4'] as const);
  const chosen = random.pick([
    client.acme,
    client.acme,
    client.acme,
    client.beta,
    client.beta,
    client.gamma,
  ]);
  const slot = (98 * day) / past;
  const wished = now - 100 * day + Math.round(slot * i) + random.between(0, Math.round(slot));
  const createdAt = name === 'P1' || name === 'P2' ? wished : inOfficeHours(wished, random);
  const projectKey = random.chance(0.7) ? 'SUP' : 'DUTY';
  return {
    projectKey,
    priority: name,
    client: chosen,
    summary: `${chosen.name}: ${random.pick(troubles)}`,
    createdAt,
    steps: livesThrough({
      createdAt,
      engineer: engineerOf(random, projectKey),
      client: clientPerson(chosen),
      ...durations(random, name),
    }),
  };
}

/**
 * One in eight is answered late, one in seven resolved late; waits are added to the time of
 * resolution.
 */
function durations(random: Random, name: PriorityName) {
  const { respond, resolve } = paces[name];
  const minutes = ([from, to]: Range): number => random.between(from, to) * minute;
  const respondAfterMs = minutes(random.chance(0.12) ? respond.late : respond.good);
  const waitMs = random.chance(0.25) ? random.between(1, 20) * hour : 0;
  const workMs = minutes(random.chance(0.14) ? resolve.late : resolve.good);
  return {
    respondAfterMs,
    resolveAfterMs: Math.max(workMs, respondAfterMs + 20 * minute) + waitMs,
    waitMs,
    reopenAfterMs: random.chance(0.06) ? random.between(2, 30) * hour : 0,
  };
}

/** Some time between 09:00 and 16:00 in Moscow on that day, or on the Friday before a weekend. */
function inOfficeHours(at: number, random: Random): number {
  const date = new TZDate(at, 'Europe/Moscow');
  while (date.getDay() === 0 || date.getDay() === 6) date.setDate(date.getDate() - 1);
  date.setHours(random.between(9, 15), random.between(0, 59), 0, 0);
  return date.getTime();
}

function engineerOf(random: Random, projectKey: string): User {
  return random.pick(must(staffByDepartment, projectKey).engineers);
}

export function clientPerson({ name }: NamedThing): User {
  if (name === 'BETA') return people.betaClient;
  return name === 'GAMMA' ? people.gammaClient : people.client;
}

function write(state: JiraState, incident: Incident, now: number): void {
  const start: Start = {
    project: projectByKey(state, incident.projectKey),
    typeId: issueType.incident,
    summary: incident.summary,
    reporter: clientPerson(incident.client),
    createdAt: incident.createdAt,
    priorityId: priority[incident.priority],
    client: incident.client,
  };
  writeIssue(state, start, incident.steps, now);
}

export function projectByKey(state: JiraState, key: string): Project {
  const project = [...state.projects.values()].find((candidate) => candidate.key === key);
  if (!project) throw new Error(`The demo company has no project ${key}.`);
  return project;
}
