import * as v from 'valibot';
import { disableOwnRules } from '../../src/jira/disable-own-rules';
import type { Jira } from '../../src/jira/http';
import { listProjectWorkflows } from '../../src/jira/list-project-workflows';
import { JiraError } from '../../src/usecases/ports/jira-error';

type Answers = (path: string, body: unknown) => unknown;

/** A Jira that answers by path; an Error is thrown. */
const jiraOf = (answers: Answers, asked: string[] = []): Jira => {
  return async (call) => {
    asked.push(`${call.method} ${call.url.value}`);
    const answer = answers(call.url.value, call.body);
    if (answer instanceof Error) throw answer;
    return v.parse(call.answer, answer);
  };
};

const workflow = (id: string, name: string, projectId?: string) => ({
  ...{ id, name, statuses: [], transitions: [] },
  scope: projectId ? { type: 'PROJECT', project: { id: projectId } } : { type: 'GLOBAL' },
});

describe('listProjectWorkflows', () => {
  const scheme = (defaultWorkflow: string, projectIds: string[], issueTypeMappings = {}) => ({
    projectIds,
    workflowScheme: { name: 's', defaultWorkflow, issueTypeMappings },
  });

  const answers: Answers = (path, body) => {
    if (path.includes('/workflowscheme/project')) {
      return { values: [scheme('Ours', ['1', '2'], { '10001': 'Bugs' }), scheme('Lost', ['3'])] };
    }
    if (path.includes('/project/4/')) return [{ id: '10009' }];
    if (path.includes('/project/5/')) return new JiraError('GET statuses', 404);
    if (JSON.stringify(body).includes('projectAndIssueTypes')) return new JiraError('POST', 401);
    const workflows = [workflow('a', 'Ours'), workflow('b', 'Bugs'), workflow('c', 'Ours', '9')];
    return { statuses: [], workflows };
  };

  it('reads those of schemes together, and says why it cannot read the others', async () => {
    const asked: string[] = [];
    const found = await listProjectWorkflows(
      jiraOf(answers, asked),
      ['1', '2', '3', '4', '5'],
      'own',
    );
    expect(
      found.map(({ projectId, isTeamManaged, problem, workflows }) =>
        [
          projectId,
          isTeamManaged ? 'team' : 'company',
          problem,
          workflows.map(({ id }) => id),
        ].join(),
      ),
    ).toEqual([
      '1,company,,a,b',
      '2,company,,a,b',
      '3,company,failed,',
      '4,team,noRight,',
      '5,team,gone,',
    ]);
    expect(asked).toEqual([
      'GET /rest/api/3/workflowscheme/project?projectId=1&projectId=2&projectId=3&projectId=4&projectId=5',
      'POST /rest/api/3/workflows',
      'GET /rest/api/3/project/4/statuses',
      'POST /rest/api/3/workflows',
      'GET /rest/api/3/project/5/statuses',
    ]);
  });

  it('lets the refusal of the schemes through: nothing is known then', async () => {
    const refused = jiraOf(() => new JiraError('GET /rest/api/3/workflowscheme/project', 403));
    await expect(listProjectWorkflows(refused, ['1'], 'own')).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('disableOwnRules', () => {
  const rule = (id: string, disabled: boolean, tag?: string) => ({
    ...{ id, key: 'blocking-order' },
    configuration: { value: '{"gates":["start"]}', disabled, ...(tag ? { tag } : {}) },
  });
  const ruled = (name: string, ...validators: object[]) => ({ workflowId: { name }, validators });

  it('switches off those that are on, keeps what was chosen, and names where Jira refuses', async () => {
    const sent: unknown[] = [];
    const jira = jiraOf((path, body) => {
      if (body === undefined && path.includes('startAt=0')) {
        return { values: [ruled('A', rule('1', false), rule('2', true))], isLast: false };
      }
      if (body === undefined) return { values: [ruled('B', rule('3', false, 't'))], isLast: true };
      sent.push(body);
      return {
        updateResults: [
          { workflowId: { name: 'A' }, ruleUpdateErrors: {}, updateErrors: [] },
          { workflowId: { name: 'B' }, ruleUpdateErrors: { '3': ['no'] }, updateErrors: [] },
        ],
      };
    });
    expect(await disableOwnRules(jira, 'blocking-order')).toEqual({ disabled: 1, failed: ['B'] });
    expect(sent).toEqual([
      {
        workflows: [
          ruled('A', {
            ...{ id: '1', key: 'blocking-order' },
            configuration: { value: '{"gates":["start"]}', disabled: true },
          }),
          ruled('B', {
            ...{ id: '3', key: 'blocking-order' },
            configuration: { value: '{"gates":["start"]}', disabled: true, tag: 't' },
          }),
        ],
      },
    ]);
  });

  it('writes nothing where all are off', async () => {
    const jira = jiraOf(() => ({ values: [ruled('A', rule('1', true))], isLast: true }));
    expect(await disableOwnRules(jira, 'blocking-order')).toEqual({ disabled: 0, failed: [] });
  });
});
