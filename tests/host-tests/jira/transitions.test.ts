import { createSmallSite } from './small-site';

const transitions = (key: string) => `/rest/api/3/issue/${key}/transitions`;
const go = (id: string) => ({ transition: { id } });
const fields = 'fields=status,resolution,resolutiondate';

describe('POST transitions', () => {
  it('shows the text of the rule that refuses, and leaves the issue where it was', async () => {
    const { jira, tam } = createSmallSite();
    jira.judgeTransitionsWith(async () => ({ result: false, errorMessage: 'Waits for NET-1.' }));
    const { status, body } = await tam('POST', transitions('VIRT-1'), go('11'));
    expect({ status, body }).toEqual({
      status: 400,
      body: { errorMessages: ['Waits for NET-1.'], errors: {} },
    });
    const read = await tam('GET', `/rest/api/3/issue/VIRT-1?${fields}`);
    expect(read.body).toMatchObject({ fields: { status: { name: 'To Do' } } });
  });

  it('tells the rule which issue goes where', async () => {
    const { jira, tam } = createSmallSite();
    const calls: unknown[] = [];
    jira.judgeTransitionsWith(async (rule, call) => {
      calls.push({ rule, call });
      return { result: true };
    });
    await tam('POST', transitions('VIRT-1'), go('11'));
    expect(calls).toMatchObject([
      {
        rule: { ruleKey: 'forge:expression-validator', moduleKey: 'blocking-order' },
        call: { issueKey: 'VIRT-1', from: '10000', to: '3' },
      },
    ]);
  });

  it('refuses when the rule fails: Forge rules fail closed', async () => {
    const { jira, tam } = createSmallSite();
    jira.judgeTransitionsWith(() => Promise.reject(new Error('timed out')));
    expect((await tam('POST', transitions('VIRT-1'), go('11'))).status).toBe(400);
  });

  it('refuses a move that the current status does not offer', async () => {
    const { tam } = createSmallSite();
    const { status, body } = await tam('POST', transitions('VIRT-1'), go('31'));
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('not valid for the current state');
  });

  it('answers 409 when somebody else moved the issue while the rule was asked', async () => {
    const { jira, tam } = createSmallSite();
    let isFirst = true;
    jira.judgeTransitionsWith(async () => {
      if (isFirst) {
        isFirst = false;
        await tam('POST', transitions('VIRT-1'), go('11'));
      }
      return { result: true };
    });
    expect((await tam('POST', transitions('VIRT-1'), go('11'))).status).toBe(409);
  });

  it('sets the resolution when it is done and clears it when it is reopened', async () => {
    const { tam } = createSmallSite();
    await tam('POST', transitions('NET-1'), go('31'));
    const done = await tam('GET', `/rest/api/3/issue/NET-1?${fields}`);
    await tam('POST', transitions('NET-1'), go('41'));
    const reopened = await tam('GET', `/rest/api/3/issue/NET-1?${fields}`);
    expect(done.body).toMatchObject({
      fields: {
        status: { name: 'Done' },
        resolution: { name: 'Done' },
        resolutiondate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0300$/),
      },
    });
    expect(reopened.body).toMatchObject({
      fields: { status: { name: 'To Do' }, resolution: null, resolutiondate: null },
    });
  });
});

describe('the changelog', () => {
  const path = '/rest/api/3/issue/NET-1';
  type History = { created: unknown; items: Array<{ field: string }> };

  it('is oldest first at its own address and newest first when expanded', async () => {
    const { tam } = createSmallSite();
    await tam('POST', transitions('NET-1'), go('31'));
    const own = await tam('GET', `${path}/changelog`);
    const expanded = await tam('GET', `${path}?expand=changelog`);
    const oldest = (own.body as { values: History[] }).values;
    const newest = (expanded.body as { changelog: { histories: History[] } }).changelog.histories;
    expect(newest).toEqual([...oldest].reverse());
    expect(oldest.at(-1)?.items.map(({ field }) => field)).toEqual(['resolution', 'status']);
  });

  it('writes created as a number in bulkfetch and leaves out issues without history', async () => {
    const { jira, tam } = createSmallSite();
    const created = await tam('POST', '/rest/api/3/issue', {
      fields: { project: { key: 'NET' }, issuetype: { name: 'Task' }, summary: 'No history yet' },
    });
    const { key } = created.body as { key: string };
    const { body } = await tam('POST', '/rest/api/3/changelog/bulkfetch', {
      issueIdsOrKeys: ['NET-1', key],
      fieldIds: ['status'],
    });
    const net = [...jira.state.issues.values()].find((issue) => issue.key === 'NET-1');
    expect(body).toEqual({
      issueChangeLogs: [
        {
          issueId: net?.id,
          changeHistories: [expect.objectContaining({ created: expect.any(Number) })],
        },
      ],
    });
  });

  it('is one history for all fields of an edit, and none for an edit that changes nothing', async () => {
    const { jira, tam } = createSmallSite();
    const histories = () =>
      [...jira.state.issues.values()].find(({ key }) => key === 'NET-1')?.histories;
    const before = histories()?.length ?? 0;
    const fields = { duedate: '2030-01-31', labels: ['shop'], customfield_10015: '2030-01-01' };
    await tam('PUT', path, { fields });
    await tam('PUT', path, { fields });
    expect(histories()).toHaveLength(before + 1);
    expect(
      histories()
        ?.at(-1)
        ?.items.map(({ field }) => field),
    ).toEqual(['duedate', 'labels', 'Start date']);
  });
});
