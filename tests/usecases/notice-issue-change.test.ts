import { noticeIssueChange } from '../../src/usecases/notice-issue-change';
import { noticeLinkChange } from '../../src/usecases/notice-link-change';
import { SlaWorld } from '../builders/sla-world';

const SUPPORT = { id: '10100', key: 'SUP', name: 'Support' };
const NETWORK = { id: '10200', key: 'NET', name: 'Network' };

// ACME's incidents: project = SUP AND labels = ACME.
function world(): SlaWorld {
  const world = new SlaWorld();
  world.addPolicy();
  world.addProject();
  return world;
}

describe('noticeIssueChange', () => {
  it.each([
    ['a change in the project that the JQL names', SUPPORT, ['status'], ['1']],
    ['a new issue there', SUPPORT, [], ['1']],
    ['a change elsewhere', NETWORK, ['status'], []],
    ['a move, wherever to', NETWORK, ['project', 'Key'], ['1']],
    ['an event that does not say where', null, [], ['1']],
    ['a comment, which has an event of its own', SUPPORT, ['Comment'], []],
    ['a comment together with a status', SUPPORT, ['Comment', 'status'], ['1']],
  ])('%s', async (_what, project, fields, pushed) => {
    const w = world();
    await noticeIssueChange(w.env, { issueId: '1', project, fields });
    expect(w.pending('refresh')).toEqual(pushed);
    expect(w.calls).toEqual([]);
  });

  it('queues nothing while no client project has a policy', async () => {
    const w = new SlaWorld();
    w.addProject({ policyKey: null });
    await noticeIssueChange(w.env, { issueId: '1', project: SUPPORT, fields: [] });
    expect(w.jobs).toEqual([]);
  });
});

describe('noticeLinkChange', () => {
  it('looks at both ends when a JQL selects by links, else at none', async () => {
    const w = world();
    await noticeLinkChange(w.env, ['1', '2']);
    expect(w.pending('refresh')).toEqual([]);
    w.addProject({ key: 'BETA', incidentsJql: 'issueLinkType = "is caused by"' });
    await noticeLinkChange(w.env, ['1', '2']);
    expect(w.pending('refresh')).toEqual(['1', '2']);
  });
});
