import { people } from '../../host/company/people';
import { AUTOMATION_ACCOUNT_ID } from '../../host/jira/state/defaults';
import { createSmallSite } from './small-site';

function site() {
  const small = createSmallSite();
  small.jira.judgeTransitionsWith(async () => ({ result: false, errorMessage: 'Waits.' }));
  const read = async (key: string) =>
    (await small.tam('GET', `/rest/api/3/issue/${key}?expand=changelog`)).body as {
      key: string;
      fields: Record<string, unknown> & { issuelinks: unknown[] };
      changelog: { histories: unknown[] };
    };
  return { ...small, read };
}

describe('acts.transitionPastRules', () => {
  it('moves the issue though its rule refuses, in the name of automation', async () => {
    const { jira, events, read } = site();
    jira.acts.transitionPastRules({ issueKey: 'VIRT-1', to: 'In Progress' });
    const { fields, changelog } = await read('VIRT-1');
    expect(fields.status).toMatchObject({ name: 'In Progress' });
    expect(changelog.histories[0]).toMatchObject({
      author: { accountId: AUTOMATION_ACCOUNT_ID },
      items: [{ field: 'status', fromString: 'To Do', toString: 'In Progress' }],
    });
    expect(events).toMatchObject([
      {
        eventType: 'avi:jira:updated:issue',
        selfGenerated: false,
        atlassianId: AUTOMATION_ACCOUNT_ID,
      },
    ]);
  });

  it("names a status that the issue's workflow does not have", () => {
    const { jira } = site();
    const act = () =>
      jira.acts.transitionPastRules({ issueKey: 'VIRT-1', to: 'Waiting for client' });
    expect(act).toThrow('a status "Waiting for client" that the workflow does not have');
  });
});

describe('acts.importIssue', () => {
  it('is born in progress: the event says so, and no history tells how', async () => {
    const { jira, events, read } = site();
    const fields = { project: { key: 'NET' }, issuetype: { name: 'Task' }, summary: 'Old work' };
    const key = jira.acts.importIssue({ fields, status: 'In Progress' });
    expect(events).toMatchObject([
      {
        eventType: 'avi:jira:created:issue',
        issue: { key, fields: { status: { name: 'In Progress' } } },
      },
    ]);
    expect((await read(key)).changelog.histories).toEqual([]);
  });
});

describe('acts.cloneIssue', () => {
  it('copies links that make the original wait, beside the Cloners link', async () => {
    const { jira, tam, events, read } = site();
    await tam('POST', '/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: 'NET-1' },
      outwardIssue: { key: 'VIRT-1' },
    });
    events.length = 0;
    const key = jira.acts.cloneIssue({
      issueKey: 'VIRT-1',
      links: 'copied',
      as: people.tam.accountId,
    });
    const { fields } = await read(key);
    expect(fields.summary).toMatch(/^CLONE - /);
    expect(fields.issuelinks).toMatchObject([
      { type: { name: 'Cloners', outward: 'clones' }, outwardIssue: { key: 'VIRT-1' } },
      { type: { name: 'Blocks', inward: 'is blocked by' }, inwardIssue: { key: 'NET-1' } },
    ]);
    expect(events.map(({ eventType }) => eventType)).toContain('avi:jira:created:issuelink');
    expect(events[0]).toMatchObject({ clonedFrom: { key: 'VIRT-1' }, issue: { key } });
  });

  it('leaves the links where they are unless they are asked for', async () => {
    const { jira, read } = site();
    const key = jira.acts.cloneIssue({ issueKey: 'VIRT-1', links: 'left' });
    expect((await read(key)).fields.issuelinks).toMatchObject([{ type: { name: 'Cloners' } }]);
  });
});

describe('acts.moveIssue', () => {
  it('keeps the links and leads from the old key to the new one', async () => {
    const { jira, read } = site();
    const key = jira.acts.moveIssue({ issueKey: 'VIRT-1', projectKey: 'UNIX' });
    expect((await read('VIRT-1')).key).toBe(key);
  });
});

describe('acts.portalTransition', () => {
  it('asks the rules of what the portal offers and swallows their text, as the portal does', async () => {
    const { jira } = site();
    const as = people.tam.accountId;
    const act = () => jira.acts.portalTransition({ issueKey: 'VIRT-1', transitionId: '11', as });
    await expect(act()).rejects.toThrow('The portal does not offer this.');
    for (const { transitions } of jira.state.workflows.values()) {
      const start = transitions.find(({ id }) => id === '11');
      if (start) start.properties['servicedesk.customer.transition.active'] = 'true';
    }
    await expect(act()).rejects.toThrow('Your request could not be updated.');
  });
});

describe('PUT issue/archive', () => {
  const archive = '/rest/api/3/issue/archive';

  it('hides the issue from search and keeps it readable, marked and unchangeable', async () => {
    const { as, tam, read } = site();
    const admin = as(people.admin.accountId);
    expect((await tam('PUT', archive, { issueIdsOrKeys: ['VIRT-1'] })).status).toBe(403);
    const { body } = await admin('PUT', archive, { issueIdsOrKeys: ['VIRT-1', 'NONE-1'] });
    expect(body).toMatchObject({
      numberOfIssuesUpdated: 1,
      errors: { issuesNotFound: { count: 1, issueIdsOrKeys: ['NONE-1'] } },
    });
    const found = await tam('POST', '/rest/api/3/search/jql', { jql: 'key = VIRT-1' });
    expect(found.body).toMatchObject({ issues: [] });
    expect((await read('VIRT-1')).fields).toMatchObject({
      archiveddate: expect.any(String),
      archivedby: { accountId: people.admin.accountId },
    });
    const edit = await tam('PUT', '/rest/api/3/issue/VIRT-1', { fields: { summary: 'Other' } });
    expect(edit.status).toBe(403);
    await admin('PUT', '/rest/api/3/issue/unarchive', { issueIdsOrKeys: ['VIRT-1'] });
    expect((await read('VIRT-1')).fields).not.toHaveProperty('archiveddate');
  });
});

describe('issueLinkType', () => {
  const type = '/rest/api/3/issueLinkType/10000';

  it('is renamed under the same id, by an administrator only', async () => {
    const { as, tam } = site();
    expect((await tam('PUT', type, { name: 'Hinders' })).status).toBe(404);
    await as(people.admin.accountId)('PUT', type, { name: 'Hinders' });
    expect((await tam('GET', type)).body).toMatchObject({ id: '10000', name: 'Hinders' });
  });

  it('takes its links along when it is deleted', async () => {
    const { as, tam, read } = site();
    await tam('POST', '/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: 'NET-1' },
      outwardIssue: { key: 'VIRT-1' },
    });
    expect((await as(people.admin.accountId)('DELETE', type)).status).toBe(204);
    expect((await read('VIRT-1')).fields.issuelinks).toEqual([]);
  });
});
