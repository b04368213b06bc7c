import { people } from '../../host/company/people';
import { createSmallSite } from './small-site';

const outsider = people.outsider.accountId;

type Links = Array<{
  id: string;
  inwardIssue?: { key: string; fields: object };
  outwardIssue?: { key: string };
}>;

async function linksOf(site: ReturnType<typeof createSmallSite>, key: string): Promise<Links> {
  const { body } = await site.tam('GET', `/rest/api/3/issue/${key}?fields=issuelinks`);
  return (body as { fields: { issuelinks: Links } }).fields.issuelinks;
}

const blocks = (inward: string, outward: string) => ({
  type: { name: 'Blocks' },
  inwardIssue: { key: inward },
  outwardIssue: { key: outward },
});

describe('POST issueLink', () => {
  it('makes the inward issue block the outward one and answers 201 without a body', async () => {
    const site = createSmallSite();
    const { status, body } = await site.tam(
      'POST',
      '/rest/api/3/issueLink',
      blocks('NET-1', 'VIRT-1'),
    );
    expect({ status, body }).toEqual({ status: 201, body: undefined });
    const [onBlocker] = await linksOf(site, 'NET-1');
    const [onBlocked] = await linksOf(site, 'VIRT-1');
    expect(onBlocker?.outwardIssue?.key).toBe('VIRT-1');
    expect(onBlocked?.inwardIssue?.key).toBe('NET-1');
    expect(onBlocked?.id).toBe(onBlocker?.id);
  });

  it('shows summary, status, priority and type of the other end, and nothing else', async () => {
    const site = createSmallSite();
    await site.tam('POST', '/rest/api/3/issueLink', blocks('NET-1', 'VIRT-1'));
    const [link] = await linksOf(site, 'VIRT-1');
    expect(Object.keys(link?.inwardIssue?.fields ?? {}).sort()).toEqual([
      'issuetype',
      'priority',
      'status',
      'summary',
    ]);
  });

  it('makes the other direction when the ends are exchanged', async () => {
    const site = createSmallSite();
    await site.tam('POST', '/rest/api/3/issueLink', blocks('VIRT-1', 'NET-1'));
    const [link] = await linksOf(site, 'VIRT-1');
    expect(link?.outwardIssue?.key).toBe('NET-1');
  });

  it('answers a duplicate as created without a second link', async () => {
    const site = createSmallSite();
    await site.tam('POST', '/rest/api/3/issueLink', blocks('NET-1', 'VIRT-1'));
    const again = await site.tam('POST', '/rest/api/3/issueLink', blocks('NET-1', 'VIRT-1'));
    expect(again.status).toBe(201);
    expect(await linksOf(site, 'NET-1')).toHaveLength(1);
  });

  it('refuses an unknown type with 404', async () => {
    const { tam } = createSmallSite();
    const answer = await tam('POST', '/rest/api/3/issueLink', {
      ...blocks('NET-1', 'VIRT-1'),
      type: { name: 'Precedes' },
    });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({
      errorMessages: ["No issue link type with name 'Precedes' found."],
    });
  });

  it('writes a history on both issues and sends one flat event with ids only', async () => {
    const site = createSmallSite();
    await site.tam('POST', '/rest/api/3/issueLink', blocks('NET-1', 'VIRT-1'));
    const [net, virt] = ['NET-1', 'VIRT-1'].map((key) =>
      [...site.jira.state.issues.values()].find((issue) => issue.key === key),
    );
    expect(virt?.histories.at(-1)?.items).toEqual([
      {
        field: 'Link',
        fieldtype: 'jira',
        from: null,
        fromString: null,
        to: 'NET-1',
        toString: 'This issue is blocked by NET-1',
      },
    ]);
    expect(net?.histories.at(-1)?.items[0]?.toString).toBe('This issue blocks VIRT-1');
    expect(site.events.map((event) => event.eventType)).toEqual(['avi:jira:created:issuelink']);
    expect(site.events[0]).toMatchObject({ sourceIssueId: net?.id, destinationIssueId: virt?.id });
    expect(JSON.stringify(site.events[0])).not.toContain('NET-1');
  });
});

describe('a link to an issue that the reader may not see', () => {
  it('is left out of the issue, and its own address answers 404', async () => {
    const site = createSmallSite();
    await site.tam('POST', '/rest/api/3/issueLink', blocks('BACKUP-1', 'UNIX-1'));
    const [link] = await linksOf(site, 'UNIX-1');
    const ask = site.as(outsider);
    const seen = await ask('GET', '/rest/api/3/issue/UNIX-1?fields=issuelinks');
    const direct = await ask('GET', `/rest/api/3/issueLink/${link?.id}`);
    expect(seen.body).toMatchObject({ fields: { issuelinks: [] } });
    expect(direct.status).toBe(404);
  });
});

describe('DELETE issueLink', () => {
  it('answers 204, then 404, and the other side is empty', async () => {
    const site = createSmallSite();
    await site.tam('POST', '/rest/api/3/issueLink', blocks('NET-1', 'VIRT-1'));
    const [link] = await linksOf(site, 'NET-1');
    const path = `/rest/api/3/issueLink/${link?.id}`;
    expect((await site.tam('DELETE', path)).status).toBe(204);
    expect((await site.tam('DELETE', path)).status).toBe(404);
    expect(await linksOf(site, 'VIRT-1')).toEqual([]);
  });
});
