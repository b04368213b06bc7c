import { type JiraState, moveUnder, must } from '../jira/state/state';
import type { Issue, NamedThing, User } from '../jira/state/types';
import { acmeEpics, type EpicPlan, type Progress } from './acme-epics';
import { client, clients, issueType, priority } from './catalogue';
import { departments } from './departments';
import { projectByKey } from './incidents';
import { type Deed, type Step, writeIssue } from './issue-script';
import { staffByDepartment } from './people';
import { statusesOf } from './projects';
import type { Random } from './random';

const day = 24 * 3_600_000;
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
      const forClient = random.chance(0.4) ? random.pick(clients) : undefined;
      const work = { key, summary: random.pick(chores), progress, client: forClient };
      write(state, issueType.task, work, now);
    }
  }
}

function addEpic(state: JiraState, plan: EpicPlan, now: number): void {
  const common = { key: plan.projectKey, client: client.acme };
  const { summary, progress } = plan;
  const epic = write(state, issueType.epic, { ...common, summary, progress }, now);
  epic.duedate = dayOf(now + plan.dueInDays * day);
  for (const [childSummary, childProgress] of plan.children) {
    const work = { ...common, summary: childSummary, progress: childProgress };
    moveUnder(state, write(state, issueType.task, work, now), epic.id);
  }
}

interface Work {
  key: string;
  summary: string;
  progress: Progress;
  client: NamedThing | undefined;
}

function write(state: JiraState, typeId: string, work: Work, now: number): Issue {
  const { lead, engineers } = must(staffByDepartment, work.key);
  const [engineer] = engineers;
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
  const statuses = statusesOf(work.key);
  return writeIssue(state, start, stepsTo(work.progress, createdAt, engineer, statuses), now);
}

function stepsTo(
  progress: Progress,
  createdAt: number,
  by: User,
  { inProgress, done }: { inProgress: string; done: string },
): Step[] {
  const step = (days: number, deed: Deed): Step => ({
    at: createdAt + days * day,
    by,
    deeds: [deed],
  });
  const steps = [
    step(1, { do: 'assign', to: by }),
    step(5, { do: 'move', statusId: inProgress }),
    step(9, { do: 'move', statusId: done }),
  ];
  return steps.slice(0, { toDo: 1, inProgress: 2, done: 3 }[progress]);
}

/** The day in Moscow as yyyy-mm-dd. */
function dayOf(at: number): string {
  return new Date(at + 3 * 3_600_000).toISOString().slice(0, 10);
}
