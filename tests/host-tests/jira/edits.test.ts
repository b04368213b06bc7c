import { people } from '../../host/company/people';
import { createSmallSite } from './small-site';

const task = (fields: object) => ({
  fields: { project: { key: 'NET' }, issuetype: { name: 'Task' }, summary: 'A task', ...fields },
});

describe('POST issue', () => {
  it('answers id, key and self alone', async () => {
    const { tam } = createSmallSite();
    const { status, body } = await tam('POST', '/rest/api/3/issue', task({}));
    expect(status).toBe(201);
    expect(Object.keys(body as object).sort()).toEqual(['id', 'key', 'self']);
  });

  it.each([
    ['a text as description', { description: 'plain' }, 'description'],
    ['an unknown project', { project: { key: 'NOWHERE' } }, 'project'],
    ['an unknown field', { customfield_99999: 1 }, 'customfield_99999'],
    ['a client that is no option', { customfield_10050: { value: 'DELTA' } }, 'customfield_10050'],
    ['a sub-task without a parent', { issuetype: { name: 'Sub-task' } }, 'issuetype'],
    ['a day that does not exist', { duedate: '2030-02-30' }, 'duedate'],
    [
      'somebody who cannot be assigned',
      { assignee: { accountId: people.client.accountId } },
      'assignee',
    ],
    ['no summary', { summary: '' }, 'summary'],
  ])('refuses %s with 400 by field', async (_, fields, name) => {
    const { tam, jira } = createSmallSite();
    const before = jira.state.issues.size;
    const { status, body } = await tam('POST', '/rest/api/3/issue', task(fields));
    expect(status).toBe(400);
    expect(Object.keys((body as { errors: object }).errors)).toEqual([name]);
    expect(jira.state.issues.size).toBe(before);
  });

  it('takes a parent epic of another project, properties and links', async () => {
    const { tam } = createSmallSite();
    const created = await tam('POST', '/rest/api/3/issue', {
      ...task({ parent: { key: 'VIRT-1' } }),
      properties: [{ key: 'tam', value: { client: 'ACME' } }],
      update: {
        issuelinks: [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: 'UNIX-1' } } }],
      },
    });
    const { key } = created.body as { key: string };
    const read = await tam(
      'GET',
      `/rest/api/3/issue/${key}?fields=parent,issuelinks&properties=tam`,
    );
    expect(read.body).toMatchObject({
      fields: { parent: { key: 'VIRT-1' }, issuelinks: [{ outwardIssue: { key: 'UNIX-1' } }] },
      properties: { tam: { client: 'ACME' } },
    });
  });
});

describe('PUT issue', () => {
  it('changes nothing when one of the fields is refused', async () => {
    const { tam } = createSmallSite();
    const { status } = await tam('PUT', '/rest/api/3/issue/NET-1', {
      fields: { summary: 'New', duedate: 'tomorrow' },
    });
    const read = await tam('GET', '/rest/api/3/issue/NET-1?fields=summary');
    expect(status).toBe(400);
    expect(read.body).toMatchObject({
      fields: { summary: 'ACME web shop: VLANs and public addresses' },
    });
  });

  it('ignores a transition', async () => {
    const { tam } = createSmallSite();
    await tam('PUT', '/rest/api/3/issue/VIRT-1', { transition: { id: '11' } });
    const read = await tam('GET', '/rest/api/3/issue/VIRT-1?fields=status');
    expect(read.body).toMatchObject({ fields: { status: { name: 'To Do' } } });
  });
});

describe('a moved issue', () => {
  it('answers under its new key when it is asked for by the old one', async () => {
    const { jira, tam } = createSmallSite();
    const id = jira.state.issueIdByKey.get('NET-1') ?? '';
    jira.state.issueIdByKey.set('OLD-9', id);
    const { body } = await tam('GET', '/rest/api/3/issue/old-9?fields=summary');
    expect(body).toMatchObject({ key: 'NET-1' });
  });
});

describe('DELETE issue', () => {
  it('demands deleteSubtasks, and takes the links away from the other ends', async () => {
    const { jira, as, tam } = createSmallSite();
    const admin = as(people.admin.accountId);
    const parent = (await tam('POST', '/rest/api/3/issue', task({}))).body as { key: string };
    await tam('POST', '/rest/api/3/issue', task({ issuetype: { name: 'Sub-task' }, parent }));
    await tam('POST', '/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: parent,
      outwardIssue: { key: 'VIRT-1' },
    });
    const path = `/rest/api/3/issue/${parent.key}`;
    expect((await admin('DELETE', path)).status).toBe(400);
    expect((await admin('DELETE', `${path}?deleteSubtasks=true`)).status).toBe(204);
    expect((await admin('GET', path)).status).toBe(404);
    expect(jira.state.links.size).toBe(0);
  });
});
