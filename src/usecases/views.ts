import type {
  BlockerView,
  ClientProjectHead,
  DepartmentEpics,
  HiddenItems,
} from '../contract/views';
import type { Issue, Person } from '../core/issue';
import type { ClientProject, Department } from '../core/project/client-project';
import { departmentName, type HiddenCount } from '../core/project/hidden-items';
import type { DepartmentOverview } from '../core/project/overview';
import type { UserEnv } from './env';
import { textsFor } from './problem';

/** From what the core answers to what the screens show. */
export function hiddenItems(env: UserEnv, counts: readonly HiddenCount[]): readonly HiddenItems[] {
  return counts.map(({ department, count, due }) => ({
    department: department ?? textsFor(env).elsewhere,
    count,
    ...(due == null ? {} : { due }),
  }));
}

/** Epics by department as screens show them; `thisIssueId` is the issue whose panel is open. */
export function departmentEpics(
  env: UserEnv,
  departments: readonly DepartmentOverview[],
  thisIssueId: string | null,
): readonly DepartmentEpics[] {
  return departments.map(({ epics, ...department }) => ({
    ...department,
    epics: epics.map((epic) => ({
      ...epic,
      hiddenWaits: hiddenItems(env, epic.hiddenWaits),
      isThisIssue: epic.id === thisIssueId,
    })),
  }));
}

/** One blocker as screens show it. */
export function blockerView(issue: Issue, departments: readonly Department[]): BlockerView {
  return {
    key: issue.key,
    summary: issue.summary,
    department: departmentName(issue, departments),
    status: issue.status,
    assignee: issue.assignee,
    dueDate: issue.dueDate,
  };
}

/** `people` as Jira knows them now; somebody it has forgotten is nobody. */
export function projectHead(project: ClientProject, people: readonly Person[]): ClientProjectHead {
  return {
    id: project.id,
    key: project.key,
    name: project.name,
    client: project.client,
    tam: people.find(({ accountId }) => accountId === project.tamAccountId) ?? null,
  };
}
