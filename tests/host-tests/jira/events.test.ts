import { existsSync, readFileSync } from 'node:fs';
import { people } from '../../host/company/people';
import { createSmallSite, type SmallSite } from './small-site';

const samples = '../shared/data/jira/forge-events.json';
const there = existsSync(samples);
const types = (site: SmallSite): string[] => site.events.map((event) => event.eventType);
const paragraph = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'VLAN is up' }] }],
};

describe('product events', () => {
  it('are two for one assignment', async () => {
    const site = createSmallSite();
    await site.tam('PUT', '/rest/api/3/issue/NET-1/assignee', {
      accountId: people.netLead.accountId,
    });
    expect(types(site)).toEqual(['avi:jira:updated:issue', 'avi:jira:assigned:issue']);
  });

  it('are two for one comment, and one when it is edited', async () => {
    const site = createSmallSite();
    const path = '/rest/api/3/issue/NET-1/comment';
    const { body } = await site.tam('POST', path, { body: paragraph });
    expect(types(site)).toEqual(['avi:jira:commented:issue', 'avi:jira:updated:issue']);
    site.events.length = 0;
    await site.tam('PUT', `${path}/${(body as { id: string }).id}`, { body: paragraph });
    expect(types(site)).toEqual(['avi:jira:commented:issue']);
  });

  it('carry nine fields of the issue and no more', async () => {
    const site = createSmallSite();
    await site.tam('PUT', '/rest/api/3/issue/NET-1', { fields: { duedate: '2030-01-31' } });
    const { issue, changelog } = site.events[0] as unknown as {
      issue: { fields: object };
      changelog: object;
    };
    expect(Object.keys(issue.fields).sort()).toEqual(
      'assignee created creator issuetype project reporter status summary updated'.split(' '),
    );
    expect(changelog).toMatchObject({ items: [{ field: 'duedate', to: '2030-01-31' }] });
  });

  it('say that the app caused them, when it did', async () => {
    const site = createSmallSite();
    await site.asApp('PUT', '/rest/api/3/issue/NET-1/properties/tam', { state: 'ready' });
    expect(site.events).toMatchObject([
      { eventType: 'avi:jira:set:issue-property', selfGenerated: true },
    ]);
  });

  it('write the time as a text of epoch milliseconds', async () => {
    const site = createSmallSite();
    await site.tam('PUT', '/rest/api/3/issue/NET-1', { fields: { labels: ['a'] } });
    expect(site.events[0]?.timestamp).toMatch(/^\d{13}$/);
  });

  it('send no cascade when an issue is deleted', async () => {
    const site = createSmallSite();
    await site.as(people.admin.accountId)('DELETE', '/rest/api/3/issue/NET-3');
    expect(types(site)).toEqual(['avi:jira:deleted:issue']);
  });

  (there ? it : it.skip)('have every key of the sample bodies (needs ../shared/data)', async () => {
    const site = createSmallSite();
    const created = await site.tam('POST', '/rest/api/3/issue', {
      fields: {
        project: { key: 'NET' },
        issuetype: { name: 'Task' },
        summary: 'Open VLAN 120',
        assignee: { accountId: people.netLead.accountId },
      },
    });
    const issue = created.body as { id: string; key: string };
    await site.tam('POST', `/rest/api/3/issue/${issue.key}/transitions`, {
      transition: { id: '11' },
    });
    await site.tam('POST', '/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: issue,
      outwardIssue: { key: 'VIRT-1' },
    });
    const [link] = site.jira.state.links.keys();
    await site.tam('DELETE', `/rest/api/3/issueLink/${link}`);
    const comment = `/rest/api/3/issue/${issue.key}/comment`;
    const commented = await site.tam('POST', comment, { body: paragraph });
    await site.tam('DELETE', `${comment}/${(commented.body as { id: string }).id}`);
    await site.as(people.admin.accountId)('DELETE', `/rest/api/3/issue/${issue.key}`);

    const known = JSON.parse(readFileSync(samples, 'utf8')) as Record<string, object>;
    const missing = [
      ['avi:jira:created:issue', 'avi:jira:created:issue'],
      ['avi:jira:updated:issue (status)', 'avi:jira:updated:issue'],
      ['avi:jira:commented:issue', 'avi:jira:commented:issue'],
      ['avi:jira:created:issuelink', 'avi:jira:created:issuelink'],
      ['avi:jira:deleted:issuelink', 'avi:jira:deleted:issuelink'],
      ['avi:jira:deleted:comment', 'avi:jira:deleted:comment'],
      ['avi:jira:deleted:issue', 'avi:jira:deleted:issue'],
    ].map(([sample = '', type = '']) => [
      type,
      keysMissing(
        known[sample],
        site.events.find((event) => event.eventType === type),
      ),
    ]);
    expect(missing.filter(([, keys]) => keys?.length !== 0)).toEqual([]);
  });
});

/** Paths that the sample has and the event lacks; lists are compared by their first entry. */
function keysMissing(sample: unknown, event: unknown, path = ''): string[] {
  if (Array.isArray(sample)) {
    const first = (event as unknown[] | undefined)?.[0];
    return sample.length === 0 ? [] : keysMissing(sample[0], first, `${path}[0]`);
  }
  if (typeof sample !== 'object' || sample === null) return [];
  return Object.entries(sample).flatMap(([key, value]) => {
    const own = (event as Record<string, unknown> | null | undefined)?.[key];
    return own === undefined ? [`${path}.${key}`] : keysMissing(value, own, `${path}.${key}`);
  });
}
