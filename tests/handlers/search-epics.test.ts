import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { registerDepartments } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

let host: Host;
beforeAll(async () => {
  host = await startHost({ company: 'demo' });
  await registerDepartments(host, people.admin.accountId, () => false);
}, 120_000);
afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

const departmentsFound = async (accountId: string, issueKey: string, text: string) => {
  const search = asker(host, 'tam-panel', { as: accountId, issueKey });
  const found = await search<{ department: string }[]>('searchEpics', { text });
  return new Set(found.map(({ department }) => department));
};

describe('searchEpics', () => {
  it('finds by words over all departments that the viewer may see', async () => {
    expect(await departmentsFound(people.tam.accountId, 'NET-1', 'web shop')).toContain('Backup');
  });

  it('leaves out a department that he may not see, which Jira would take for a misspelt one', async () => {
    const found = await departmentsFound(people.outsider.accountId, 'NET-1', 'web shop');
    expect(found).toContain('Network');
    expect(found).not.toContain('Backup');
  });
});
