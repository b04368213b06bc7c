import { type JiraState, must } from '../jira/state/state';
import type { Issue, NamedThing, User } from '../jira/state/types';
import { clients, issueType, priority, status } from './catalogue';
import { departments } from './departments';
import { projectByKey } from './incidents';
import { type Deed, type Step, writeIssue } from './issue-script';
import { staffByDepartment } from './people';
import type { Random } from './random';

const day = 24 * 3_600_000;
type Progress = 'toDo' | 'inProgress' | 'done';

interface EpicPlan {
  projectKey: string;
  summary: string;
  progress: Progress;
  /** Days from now; before today is overdue. */
  dueInDays: number;
  children: ReadonlyArray<readonly [string, Progress]>;
}

/** What the departments do for ACME's new web shop; nobody has linked or ordered it yet. */
const acmeEpics: readonly EpicPlan[] = [
  {
    projectKey: 'NET',
    summary: 'ACME web shop: VLANs and public addresses',
    progress: 'inProgress',
    dueInDays: 3,
    children: [
      ['Open VLAN 120 and 121', 'done'],
      ['Assign public addresses', 'inProgress'],
      ['Firewall rules for the shop', 'toDo'],
    ],
  },
  {
    projectKey: 'VIRT',
    summary: 'ACME web shop: virtual machines',
    progress: 'toDo',
    dueInDays: 6,
    children: [
      ['Four machines for the front end', 'toDo'],
      ['Two machines for the database', 'toDo'],
    ],
  },
  {
    projectKey: 'UNIX',
    summary: 'ACME web shop: operating system and nginx',
    progress: 'toDo',
    dueInDays: 9,
    children: [
      ['Install the operating system', 'toDo'],
      ['Set up nginx', 'toDo'],
      ['Set up PHP', 'toDo'],
    ],
  },
  {
    projectKey: 'DBA',
    summary: 'ACME web shop: MySQL cluster',
    progress: 'toDo',
    dueInDays: 10,
    children: [
      ['Install MySQL', 'toDo'],
      ['Set up replication', 'toDo'],
    ],
  },
  {
    projectKey: 'BACKUP',
    summary: 'ACME web shop: backup plan',
    progress: 'toDo',
    dueInDays: -1,
    children: [
      ['Agree on retention', 'done'],
      ['Schedule the jobs', 'toDo'],
    ],
  },
  {
    projectKey: 'MON',
    summary: 'ACME web shop: checks and alerts',
    progress: 'toDo',
    dueInDays: 11,
    children: [
      ['Checks for the front end', 'toDo'],
      ['Alert routes', 'toDo'],
    ],
  },
];

const chores = [
  'Renew certificates',
  'Update the runbook',
  'Replace a failed disk',
  'Clean up old accounts',
  'Review capacity',
];

export function addDepartmentWork(state: JiraState, random: Random, now: number): void {
  for (const plan of acmeEpics) addEpic(state, plan, now);
  for (const { key } of departments) {
    for (let i = random.between(2, 3); i > 0; i -= 1) {
      const progress = random.pick(['toDo', 'inProgress', 'done'] as const);
      const client = random.chance(0.4) ? random.pick(clients) : undefined;
      addTask(state, { key, summary: random.pick(chores), progress, client }, now);
    }
  }
}

function addEpic(state: JiraState, plan: EpicPlan, now: number): void {
  const client = must(new Map(clients.map((one) => [one.name, one])), 'ACME');
  const epic = write(state, issueType.epic, { ...plan, key: plan.projectKey, client }, now);
  epic.duedate = dayOf(now + plan.dueInDays * day);
  for (const [summary, progress] of plan.children) {
    const child = write(
      state,
      issueType.task,
      { key: plan.projectKey, summary, progress, client },
      now,
    );
    child.parentId = epic.id;
  }
}

interface Work {
  key: string;
  summary: string;
  progress: Progress;
  client: NamedThing | undefined;
}

function addTask(state: JiraState, work: Work, now: number): Issue {
  return write(state, issueType.task, work, now);
}

function write(state: JiraState, typeId: string, work: Work, now: number): Issue {
  const { lead, engineers } = must(staffByDepartment, work.key);
  const engineer = must(new Map(engineers.entries()), 0);
  const createdAt = now - 12 * day;
  const start = {
    project: projectByKey(state, work.key),
    typeId,
    summary: work.summary,
    reporter: lead,
    createdAt,
    priorityId: priority.P3,
    ...(work.client ? { client: work.client } : {}),
  };
  return writeIssue(state, start, stepsTo(work.progress, createdAt, engineer), now);
}

function stepsTo(progress: Progress, createdAt: number, by: User): Step[] {
  const step = (days: number, deed: Deed): Step => ({
    at: createdAt + days * day,
    by,
    deeds: [deed],
  });
  const steps = [
    step(1, { do: 'assign', to: by }),
    step(5, { do: 'move', statusId: status.inProgress }),
    step(9, { do: 'move', statusId: status.done }),
  ];
  return steps.slice(0, { toDo: 1, inProgress: 2, done: 3 }[progress]);
}

/** The day in Moscow as yyyy-mm-dd. */
function dayOf(at: number): string {
  return new Date(at + 3 * 3_600_000).toISOString().slice(0, 10);
}
