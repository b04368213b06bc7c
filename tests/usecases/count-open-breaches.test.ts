import { countOpenBreaches } from '../../src/usecases/report/count-open-breaches';
import { incident } from '../builders/incident';
import { SlaWorld } from '../builders/sla-world';

const late = (clientProjectId: string, ...ids: string[]) =>
  ids.map((issueId) => ({ clientProjectId, issueId }));

/** The viewer may browse 10001 and 10002. */
function world(): SlaWorld {
  const w = new SlaWorld();
  w.addIssue(incident());
  w.addIssue(incident({ issueId: '10002', key: 'SUP-2' }));
  w.store.listOpenBreaches = async () => [
    ...late('id-ACME', '10001', '10002', '10003'),
    ...late('id-BETA', '10001', '10003'),
    ...late('id-ELSE', '10003'),
  ];
  return w;
}

describe('countOpenBreaches', () => {
  it('counts what the viewer may browse, or all where figures count everything', async () => {
    const w = world();
    const acme = w.addProject({ countsHidden: false });
    const beta = w.addProject({ key: 'BETA', countsHidden: true });
    const counts = await countOpenBreaches(w.env, [acme, beta]);
    expect([counts.get('id-ACME'), counts.get('id-BETA')]).toEqual([2, 2]);
    expect(w.calls).toEqual(['user allowedIssues']);
  });

  it('asks Jira nothing where it need not know', async () => {
    const w = world();
    await countOpenBreaches(w.env, [w.addProject({ countsHidden: true })]);
    w.store.listOpenBreaches = async () => [];
    expect(await countOpenBreaches(w.env, [w.addProject({ countsHidden: false })])).toEqual(
      new Map(),
    );
    expect(w.calls).toEqual([]);
  });
});
