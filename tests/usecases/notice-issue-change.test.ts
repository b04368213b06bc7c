import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { noticeIssueChange } from '../../src/usecases/notice-issue-change';
import { noticeLinkChange } from '../../src/usecases/notice-link-change';
import type { IssueChange } from '../../src/usecases/ports/queue-port';
import { refreshChanged } from '../../src/usecases/refresh-changed';
import { acmeWorld } from '../builders/acme-world';
import { incident } from '../builders/incident';
import { related } from '../builders/issues';
import { SlaWorld } from '../builders/sla-world';

const SUPPORT = { id: '10100', key: 'SUP', name: 'Support' };
const NETWORK = { id: '10200', key: 'NET', name: 'Network' };

describe('noticeIssueChange', () => {
  it.each([
    ['a status', ['status'], 1],
    ['a new issue', [], 1],
    ['a comment, which has an event of its own', ['Comment'], 0],
    ['a comment together with a status', ['Comment', 'status'], 1],
  ])('queues %s without a read of anything', async (_what, fields, pushed) => {
    const w = acmeWorld();
    await noticeIssueChange(w.env, { issueId: '1', project: SUPPORT, fields });
    expect(w.changes).toHaveLength(pushed);
    expect(w.calls).toEqual([]);
  });
});

describe('refreshChanged', () => {
  const looked = async (w: SlaWorld, change: Omit<IssueChange, 'issueId'>) => {
    w.addIssue(incident(), []);
    w.calls.length = 0;
    await refreshChanged(w.env, { issueId: '10001', ...change });
    return w.calls.includes('app findHistory');
  };

  it.each([
    ['at a change in the project that the JQL names', SUPPORT, ['status'], true],
    ['at a new issue there', SUPPORT, [], true],
    ['at no change elsewhere', NETWORK, ['status'], false],
    ['at a move, wherever to', NETWORK, ['project', 'Key'], true],
    ['at an event that does not say where', null, [], true],
  ])('looks %s', async (_what, project, fields, expected) => {
    expect(await looked(acmeWorld(), { project, fields })).toBe(expected);
  });

  it('looks at an issue that has clocks, wherever it is', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    await refreshIssue(w.env, '10001');
    expect(await looked(w, { project: NETWORK, fields: ['status'] })).toBe(true);
  });

  it('looks at nothing while no client project has a policy', async () => {
    const w = new SlaWorld();
    w.addProject({ policyKey: null });
    expect(await looked(w, { project: SUPPORT, fields: [] })).toBe(false);
  });
});

describe('noticeLinkChange', () => {
  it('looks at both ends when a JQL selects by links, else at none', async () => {
    const w = acmeWorld();
    await noticeLinkChange(w.env, related('1', '2'));
    expect(w.pending('refresh')).toEqual([]);
    w.addProject({ key: 'BETA', incidentsJql: 'issueLinkType = "is caused by"' });
    await noticeLinkChange(w.env, related('1', '2'));
    expect(w.pending('refresh')).toEqual(['1', '2']);
  });
});
