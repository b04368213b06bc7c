import type { Answer } from '../../contract/answer';
import type { DepartmentView, WorkCard } from '../../contract/tam-department';
import { categoryOf } from '../../core/order/judge/category-of';
import { calendarDate } from '../../core/project/calendar-date';
import type { ClientProject } from '../../core/project/client-project';
import { isOverdue } from '../../core/project/overview';
import type { UserEnv } from '../env';
import { type OrderSetup, readOrderSetup } from '../order/read/read-order-site';
import { done } from '../problem';
import { aboutAll, type OrderRead, readOrder } from './read-order';
import { readStart } from './read-start';

/**
 * A department's open work for clients, over all client projects, as the viewer may see it. Two
 * SQL statements, and see `readOrder`; one read of Jira per hundred linked epics to find the
 * department's own.
 */
export async function loadDepartment(
  env: UserEnv,
  jiraProjectId: string,
): Promise<Answer<DepartmentView>> {
  const setup = await readOrderSetup(env);
  const department = setup.departments.find(({ projectId }) => projectId === jiraProjectId);
  if (department === undefined) return done({ kind: 'notADepartment' });
  const [epics, projects] = await Promise.all([
    env.projects.listAllEpics(),
    env.projects.listProjects(),
  ]);
  const issues = await env.asUser.listIssues(epics.map(({ issueId }) => issueId));
  const own = issues.filter(
    ({ projectId, key, status }) =>
      projectId === jiraProjectId && categoryOf(setup.rules, key, status) !== 'done',
  );
  const order = await readOrder(env, aboutAll(own.map(({ id }) => id)), setup);
  const projectOf = new Map(
    epics.map(({ issueId, clientProjectId }) => [issueId, clientProjectId]),
  );
  const cards = cardsOf(env, order, setup, (issueId) =>
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
  setup: OrderSetup,
  projectOf: (issueId: string) => ClientProject | undefined,
): readonly CardInState[] {
  const today = calendarDate(env.now(), env.viewer.timeZone);
  return order.seen.map((issue) => {
    const start = readStart(env, issue, order, setup);
    return {
      state: start.state,
      card: {
        key: issue.key,
        summary: issue.summary,
        client: projectOf(issue.id)?.client ?? '',
        clientProject: projectOf(issue.id)?.name ?? '',
        dueDate: issue.dueDate,
        overdue: isOverdue(issue, today),
        waitsFor: start.waitsFor,
        hidden: start.hidden,
        notBefore: start.notBefore,
      },
    };
  });
}
