import type { Answer } from '../../src/contract/answer';
import type { PanelView } from '../../src/contract/tam-panel';
import type { ClientProjectView, WorkspaceView } from '../../src/contract/tam-workspace';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

const { tam, manager } = people;
const from = { as: tam.accountId };

let host: Host;
beforeAll(async () => {
  host = await startHost({ company: 'demo' });
}, 120_000);
afterAll(() => host.stop());

const form = {
  name: "Web «платформа» 🚀 '; DROP TABLE client_project; --",
  client: 'Acme & Söhne',
  tamAccountId: tam.accountId,
  deputyAccountIds: [],
  viewerAccountIds: [manager.accountId],
  policyKey: null,
  incidentsJql: 'summary ~ "a \\"b\\""',
};

const create = (key: string) =>
  host.invoke('tam-workspace', 'createProject', { ...form, key }, from) as Promise<
    Answer<WorkspaceView>
  >;
const workspace = <T>(functionKey: string, payload: unknown): Promise<T> =>
  asker(host, 'tam-workspace', from)<T>(functionKey, payload);
const projectId = async (key: string): Promise<string> => {
  const { projects } = await workspace<WorkspaceView>('load', {});
  return projects.find((project) => project.key === key)?.id ?? 'none';
};

describe('client projects in Forge SQL', () => {
  it('make their tables on the first use, before any schedule has run', async () => {
    await expect(create('ACME')).resolves.toMatchObject({ ok: true });
    const ddl = host.invocations().flatMap(({ sql }) => sql.map(({ statement }) => statement));
    expect(ddl.filter((statement) => /CREATE TABLE .*client_project/.test(statement))).toHaveLength(
      1,
    );
  });

  it('cost no look at the tables once they are there', async () => {
    await workspace('load', {});
    const { sql = [] } = host.invocations().at(-1) ?? {};
    expect(sql.map(({ statement }) => statement).join()).not.toContain('__migrations');
    expect(sql.length).toBeLessThanOrEqual(4);
  });

  it('give back every text as it was typed', async () => {
    const id = await projectId('ACME');
    const opened = await workspace<ClientProjectView>('open', { clientProjectId: id });
    expect(opened).toMatchObject({
      name: form.name,
      client: form.client,
      incidentsJql: form.incidentsJql,
      viewers: [{ name: 'Marina Volkova' }],
      version: 1,
    });
  });

  it('count what the reader may browse until somebody says otherwise', async () => {
    const id = await projectId('ACME');
    const opened = await workspace<ClientProjectView>('open', { clientProjectId: id });
    expect(opened.countsHidden).toBe(false);
    const edit = { ...form, clientProjectId: id, version: opened.version, countsHidden: true };
    const saved = await workspace<ClientProjectView>('saveProject', edit);
    expect(saved).toMatchObject({ countsHidden: true, version: 2 });
  });

  it('let one of two take a key at the same time', async () => {
    const answers = await Promise.all([create('RACE'), create('RACE'), create('RACE')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('let one of two save what both have opened', async () => {
    const { version } = await workspace<ClientProjectView>('open', {
      clientProjectId: await projectId('ACME'),
    });
    const edit = { ...form, clientProjectId: await projectId('ACME'), version };
    const save = (name: string) =>
      host.invoke('tam-workspace', 'saveProject', { ...edit, name }, from) as Promise<
        Answer<ClientProjectView>
      >;
    const answers = await Promise.all([save('mine'), save('yours')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'conflict' } });
  });

  it('let an issue belong to one client project, whoever links it first', async () => {
    const { body } = await host
      .actAs(tam.accountId)
      .post('/rest/api/3/search/jql', { jql: 'project = NET', fields: ['summary'], maxResults: 1 });
    const issueKey = (body as { issues: { key: string }[] }).issues[0]?.key ?? '';
    const ids = [await projectId('ACME'), await projectId('RACE')];
    const answers = (await Promise.all(
      ids.map((clientProjectId) =>
        host.invoke('tam-panel', 'linkEpic', { clientProjectId, issueKey }, { ...from, issueKey }),
      ),
    )) as Answer<PanelView>[];
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { projects } = await workspace<WorkspaceView>('load', {});
    expect(projects.map(({ epics }) => epics).sort()).toEqual([0, 1]);
  });

  it('write down every change with its author', async () => {
    const rows = await host.forge.query(
      'SELECT act, actor_account_id FROM audit_entry ORDER BY at',
    );
    expect(rows.map(({ act }) => act)).toEqual([
      'createClientProject',
      'editClientProject',
      'createClientProject',
      'editClientProject',
      'linkEpic',
    ]);
    expect(new Set(rows.map((row) => row.actor_account_id))).toEqual(new Set([tam.accountId]));
  });
});
