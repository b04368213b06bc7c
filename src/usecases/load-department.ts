import type { Answer } from '../contract/answer';
import type { DepartmentView, WorkCard } from '../contract/tam-department';
import { calendarDate } from '../core/project/calendar-date';
import type { ClientProject } from '../core/project/client-project';
import { isOverdue } from '../core/project/overview';
import { startOverview } from '../core/project/start-overview';
import type { UserEnv } from './env';
import { type OrderSettings, readOrderSettings } from './order-settings';
import { done } from './problem';
import { type OrderRead, readOrder } from './read-order';
import { blockerView, hiddenItems } from './views';

/**
 * A department's open work for clients, over all client projects, as the viewer may see it. Two
 * SQL statements; reads of Jira: one per hundred linked epics to find the department's own, two
 * per hundred of those for their order, one for their blockers.
 */
export async function loadDepartment(
  env: UserEnv,
  jiraProjectId: string,
): Promise<Answer<DepartmentView>> {
  const settings = await readOrderSettings(env);
  const department = settings.departments.find(({ projectId }) => projectId === jiraProjectId);
  if (department === undefined) return done({ kind: 'notADepartment' });
  const [epics, projects] = await Promise.all([
    env.projects.listAllEpics(),
    env.projects.listProjects(),
  ]);
  const issues = await env.asUser.listIssues(epics.map(({ issueId }) => issueId));
  const own = issues.filter(
    ({ projectId, status }) => projectId === jiraProjectId && status.category !== 'done',
  );
  const order = await readOrder(
    env,
    own.map(({ id }) => id),
    settings.blockType,
  );
  const projectOf = new Map(
    epics.map(({ issueId, clientProjectId }) => [issueId, clientProjectId]),
  );
  const cards = cardsOf(env, order, settings, (issueId) =>
    projects.find(({ id }) => id === projectOf.get(issueId)),
  );
  const inState = (...states: string[]) =>
    cards.filter(({ state }) => states.includes(state)).map(({ card }) => card);
  return done({
    kind: 'department',
    name: department.name,
    ready: inState('ready'),
    waiting: inState('waiting'),
    running: inState('running', 'suspect'),
  });
}

type CardInState = { readonly state: string; readonly card: WorkCard };

function cardsOf(
  env: UserEnv,
  order: OrderRead,
  { departments }: OrderSettings,
  projectOf: (issueId: string) => ClientProject | undefined,
): readonly CardInState[] {
  const today = calendarDate(env.now(), env.viewer.timeZone);
  const starts = order.seen.map((issue) => ({
    issue,
    start: startOverview(issue, order.graph, order.mayKnow, departments),
  }));
  const readByViewer = [...order.seen, ...order.seenElsewhere];
  const byId = new Map(readByViewer.map((issue) => [issue.id, blockerView(issue, departments)]));
  return starts.map(({ issue, start }) => ({
    state: start.state,
    card: {
      key: issue.key,
      summary: issue.summary,
      client: projectOf(issue.id)?.client ?? '',
      clientProjectKey: projectOf(issue.id)?.key ?? '',
      dueDate: issue.dueDate,
      overdue: isOverdue(issue, today),
      waitsFor: start.waitsFor.flatMap((id) => byId.get(id) ?? []),
      hidden: hiddenItems(env, start.hidden),
    },
  }));
}
