import { restrictIssue } from '../../builders/restrict-issue';
import { people } from '../../host/company/people';
import { createSmallSite } from './small-site';

const { tam, virtEngineer } = people;

/** NET-1 blocks NET-2 and is for the TAM only; the engineer browses the project. */
const site = async () => {
  const small = createSmallSite();
  await small.tam('POST', '/rest/api/3/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'NET-1' },
    outwardIssue: { key: 'NET-2' },
  });
  restrictIssue(small.jira, 'NET-1', [tam.accountId]);
  const id = (key: string) =>
    Number([...small.jira.state.issues.values()].find((issue) => issue.key === key)?.id);
  return { ...small, id, engineer: small.as(virtEngineer.accountId) };
};

const keysIn = (body: unknown) =>
  (body as { issues: { key: string }[] }).issues.map(({ key }) => key);

describe('an issue with a security level', () => {
  it('does not exist for somebody outside of the level, though he may browse the project', async () => {
    const { engineer } = await site();
    for (const path of ['', '/comment', '/transitions', '/changelog', '/properties/tam']) {
      const { status } = await engineer('GET', `/rest/api/3/issue/NET-1${path}`);
      expect([path, status]).toEqual([path, 404]);
    }
    expect((await engineer('GET', '/rest/api/3/issue/NET-2')).status).toBe(200);
  });

  it('is absent from search, counts and bulk reads', async () => {
    const { engineer, tam: asTam } = await site();
    const search = { jql: 'project = NET ORDER BY key', fields: ['summary'] };
    const bulk = { issueIdsOrKeys: ['NET-1', 'NET-2'], fields: ['summary'] };
    const found = keysIn((await engineer('POST', '/rest/api/3/search/jql', search)).body);
    expect(found).toContain('NET-2');
    expect(found).not.toContain('NET-1');
    expect(keysIn((await asTam('POST', '/rest/api/3/search/jql', search)).body)).toContain('NET-1');
    const read = await engineer('POST', '/rest/api/3/issue/bulkfetch', bulk);
    expect(keysIn(read.body)).toEqual(['NET-2']);
    const count = async (ask: typeof engineer) =>
      (
        (await ask('POST', '/rest/api/3/search/approximate-count', { jql: 'project = NET' }))
          .body as {
          count: number;
        }
      ).count;
    expect((await count(asTam)) - (await count(engineer))).toBe(1);
  });

  it('leaves no stub in the links of issues that may be seen', async () => {
    const { engineer, tam: asTam } = await site();
    const path = '/rest/api/3/issue/NET-2?fields=issuelinks';
    expect((await engineer('GET', path)).body).toMatchObject({ fields: { issuelinks: [] } });
    expect((await asTam('GET', path)).body).toMatchObject({
      fields: { issuelinks: [{ inwardIssue: { key: 'NET-1' } }] },
    });
  });

  it('grants nothing in permissions/check, asked by himself and by the app', async () => {
    const { engineer, asApp, id } = await site();
    const question = {
      projectPermissions: [
        { permissions: ['BROWSE_PROJECTS'], issues: [id('NET-1'), id('NET-2')] },
      ],
    };
    const about = { ...question, accountId: virtEngineer.accountId };
    for (const [ask, body] of [
      [engineer, question],
      [asApp, about],
    ] as const) {
      expect((await ask('POST', '/rest/api/3/permissions/check', body)).body).toMatchObject({
        projectPermissions: [{ issues: [id('NET-2')] }],
      });
    }
  });

  it('shows its level to whoever is in it, and to the app', async () => {
    const { tam: asTam, asApp } = await site();
    for (const ask of [asTam, asApp]) {
      const { body } = await ask('GET', '/rest/api/3/issue/NET-1?fields=security');
      expect(body).toMatchObject({ fields: { security: { name: 'Members of NET-1' } } });
    }
    const { body } = await asTam('GET', '/rest/api/3/issue/NET-2?fields=security');
    expect(body).toMatchObject({ fields: { security: null } });
  });
});
