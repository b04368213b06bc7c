import type { DepartmentCoverage, TransitionCoverage } from '../../src/contract/coverage';
import {
  countTransitions,
  missingTasks,
  tasksOf,
  weakestFirst,
} from '../../static/src/tam-settings/rule-coverage/rule-tasks';

const transition = (
  id: string,
  gates: TransitionCoverage['gates'],
  isMissing = true,
): TransitionCoverage => ({
  ...{ id, name: `T${id}`, from: ['To Do'], to: 'In Progress', gates, isMissing },
  ...{ state: 'guarded', gaps: ['noRule'], hasRule: false },
});

const department = (
  name: string,
  state: DepartmentCoverage['state'],
  transitions: readonly TransitionCoverage[],
): DepartmentCoverage => ({
  ...{ projectId: name, projectKey: name, name, isTeamManaged: false, state, unreadable: null },
  workflows: [{ id: 'w', name: 'Department workflow', isEditable: true, transitions }],
});

describe('tasksOf', () => {
  const company = [
    department('NET', 'guarded', [transition('11', ['start']), transition('12', ['start'])]),
    department('VIRT', 'guarded', [transition('11', ['finish'])]),
    department('DBA', 'enforced', [transition('31', ['finish'], false)]),
  ];

  it('names a shared transition once, with the gates of all departments', () => {
    const tasks = tasksOf(company, ({ isMissing }) => isMissing);
    expect(tasks.map(({ workflowName }) => workflowName)).toEqual(['Department workflow']);
    expect(
      tasks[0]?.transitions.map(({ id, gates }) => `${id} ${[...gates].sort().join(' ')}`).sort(),
    ).toEqual(['11 finish start', '12 start']);
    expect(countTransitions(tasks)).toBe(2);
  });

  it('takes only those that are chosen, and no workflow without any', () => {
    expect(countTransitions(tasksOf(company, (_, key) => key === 'w 12'))).toBe(1);
    expect(tasksOf(company, () => false)).toEqual([]);
  });
});

describe('missingTasks', () => {
  it('leaves out what a portal offers, which may be chosen all the same (D50)', () => {
    const inPortal: TransitionCoverage = {
      ...transition('12', ['start']),
      gaps: ['noRule', 'portal'],
    };
    const company = [department('SUP', 'guarded', [transition('11', ['start']), inPortal])];
    const idsOf = (tasks: ReturnType<typeof tasksOf>) =>
      tasks.flatMap(({ transitions }) => transitions.map(({ id }) => id));
    expect(idsOf(missingTasks(company))).toEqual(['11']);
    expect(idsOf(tasksOf(company, (_, key) => key === 'w 12'))).toEqual(['12']);
  });
});

describe('weakestFirst', () => {
  it('puts first what needs a look, equals as they stood', () => {
    const states = ['enforced', 'guarded', 'unknown', 'guarded', 'advisory'] as const;
    const company = states.map((state, i) => department(`${i}`, state, []));
    expect(weakestFirst(company).map(({ name }) => name)).toEqual(['2', '4', '1', '3', '0']);
  });
});
