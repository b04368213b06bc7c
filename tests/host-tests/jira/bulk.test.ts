import { people } from '../../host/company/people';
import { createSmallSite } from './small-site';

const path = '/rest/api/3/bulk/issues/transition';
const start = (...issues: string[]) => ({
  bulkTransitionInputs: [{ selectedIssueIdsOrKeys: issues, transitionId: '11' }],
});

function site() {
  const small = createSmallSite();
  const progressOf = async (answer: { body?: unknown }) => {
    const { taskId } = answer.body as { taskId: string };
    return (await small.tam('GET', `/rest/api/3/bulk/queue/${taskId}`)).body;
  };
  const idOf = (key: string) => small.jira.state.issueIdByKey.get(key) ?? '';
  const statusOf = async (key: string) => {
    const { body } = await small.tam('GET', `/rest/api/3/issue/${key}?fields=status`);
    return (body as { fields: { status: { name: string } } }).fields.status.name;
  };
  return { ...small, progressOf, idOf, statusOf };
}

describe('POST bulk/issues/transition', () => {
  it('judges each issue alone: one is refused with its text, the others go', async () => {
    const { jira, tam, progressOf, idOf, statusOf } = site();
    jira.judgeTransitionsWith(async (_, { issueKey }) =>
      issueKey === 'VIRT-1'
        ? { result: false, errorMessage: 'Waits for NET-1.' }
        : { result: true },
    );
    const answer = await tam('POST', path, start('VIRT-1', 'UNIX-1', 'NONE-7'));
    expect(answer.status).toBe(201);
    await jira.tasksSettled();
    expect(await progressOf(answer)).toMatchObject({
      status: 'COMPLETE',
      progressPercent: 100,
      totalIssueCount: 3,
      processedAccessibleIssues: [Number(idOf('UNIX-1'))],
      failedAccessibleIssues: { [idOf('VIRT-1')]: ['Waits for NET-1.'] },
      invalidOrInaccessibleIssueCount: 1,
      submittedBy: { accountId: people.tam.accountId },
    });
    expect([await statusOf('VIRT-1'), await statusOf('UNIX-1')]).toEqual(['To Do', 'In Progress']);
  });

  it('answers before it is done: whoever asks at once finds it enqueued', async () => {
    const { jira, tam, progressOf } = site();
    const answer = await tam('POST', path, start('VIRT-1'));
    expect(await progressOf(answer)).toMatchObject({ status: 'ENQUEUED', progressPercent: 0 });
    await jira.tasksSettled();
    expect(await progressOf(answer)).toMatchObject({ status: 'COMPLETE', progressPercent: 100 });
  });

  it('takes 1,000 issues at most, and only from who may change in bulk', async () => {
    const { jira, tam } = site();
    const many = Array.from({ length: 1_001 }, (_, i) => `NET-${i}`);
    expect((await tam('POST', path, start(...many))).status).toBe(400);
    jira.state.globalGrants.set('BULK_CHANGE', []);
    const answer = await tam('POST', path, start('VIRT-1'));
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({
      errors: [{ message: 'You do not have the permission to make bulk changes.' }],
    });
  });
});

describe('GET bulk/issues/transition', () => {
  it('lists by workflow what all its issues may do', async () => {
    const { tam } = site();
    const { body } = await tam('GET', `${path}?issueIdsOrKeys=VIRT-1,NET-1,MON-1`);
    const begin = { transitionId: 11, transitionName: 'Start work' };
    expect(body).toMatchObject({
      availableTransitions: [
        { issues: ['VIRT-1', 'NET-1'], isTransitionsFiltered: true, transitions: [] },
        { issues: ['MON-1'], isTransitionsFiltered: false, transitions: [begin] },
      ],
    });
  });
});

describe('POST bulk/issues/move', () => {
  const infer = {
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferStatusDefaults: true,
    inferSubtaskTypeDefault: true,
  };

  it('gives a new key under which the old one still answers, and one history of it', async () => {
    const { jira, tam, events } = site();
    const mapping = { 'UNIX,10000': { issueIdsOrKeys: ['VIRT-1'], ...infer } };
    await tam('POST', '/rest/api/3/bulk/issues/move', { targetToSourcesMapping: mapping });
    await jira.tasksSettled();
    const { body } = await tam('GET', '/rest/api/3/issue/VIRT-1?fields=project&expand=changelog');
    const { key, changelog } = body as { key: string; changelog: { histories: unknown[] } };
    expect(key).toMatch(/^UNIX-\d+$/);
    expect(changelog.histories[0]).toMatchObject({
      items: [
        { field: 'Project', fromString: 'Virtualisation', toString: 'Unix' },
        { field: 'Key', fromString: 'VIRT-1', toString: key },
      ],
    });
    expect(events.at(-1)).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      jiraEventTypeName: 'issue_moved',
      issue: { key },
    });
  });

  it('names the options that it does not model', async () => {
    const { tam } = site();
    const mapping = { 'UNIX,10000': { issueIdsOrKeys: ['VIRT-1'], ...infer, targetStatus: [] } };
    const answer = await tam('POST', '/rest/api/3/bulk/issues/move', {
      targetToSourcesMapping: mapping,
    });
    expect(answer.status).toBe(501);
  });
});
