import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { JiraBusyError } from '../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../src/usecases/ports/jira-error';
import { acmeWorld } from '../builders/acme-world';
import {
  comment,
  DONE,
  incident,
  LOW,
  moscow,
  OPEN,
  statusChange,
  WORKING,
} from '../builders/incident';
import { SlaWorld } from '../builders/sla-world';

const states = (world: SlaWorld) =>
  [...world.store.rows.values()].map(({ clock, cycle, state }) => `${clock} ${cycle} ${state}`);

describe('refreshIssue', () => {
  it('stores both clocks of an incident', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    await refreshIssue(w.env, '10001');
    expect(states(w)).toEqual(['response 1 met', 'resolution 1 running']);
    const [, resolution] = [...w.store.rows.values()];
    expect(resolution).toMatchObject({
      clientProjectId: 'id-ACME',
      projectId: '10100',
      priorityName: 'High',
      policyKey: 'gold',
      policyVersion: 1,
      dueAt: moscow('2026-11-23T14:00'),
      decidedAt: null,
    });
  });

  it('tells the property once and costs two reads of Jira and one write', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    await refreshIssue(w.env, '10001');
    expect(w.calls).toEqual(['app findHistory', 'app matchJql', 'app setIssueProperty']);
    expect(w.properties.get('10001 tam')).toEqual({
      client: 'ACME',
      slaState: 'running',
      slaResponse: 'met',
      slaResolution: 'running',
      // 14:00 in Moscow.
      slaDue: '2026-11-23T11:00:00.000Z',
    });
  });

  it('writes nothing when the verdict is the same', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    await refreshIssue(w.env, '10001');
    w.now = moscow('2026-11-23T12:30');
    await refreshIssue(w.env, '10001');
    expect(w.store.saves).toBe(1);
    expect(w.calls.filter((call) => call === 'app setIssueProperty')).toHaveLength(1);
  });

  it('sees a breach when its due has passed', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    w.now = moscow('2026-11-23T14:01');
    await refreshIssue(w.env, '10001');
    expect(states(w)).toEqual(['response 1 breached', 'resolution 1 breached']);
    const [response] = [...w.store.rows.values()];
    expect(response?.decidedAt).toBe(moscow('2026-11-23T11:00'));
  });

  it('removes a cycle that a recomputation does not find again', async () => {
    const w = acmeWorld();
    const done = [
      statusChange(moscow('2026-11-23T10:30'), OPEN, DONE),
      statusChange(moscow('2026-11-23T11:30'), DONE, WORKING),
    ];
    w.addIssue(incident({ events: done }));
    await refreshIssue(w.env, '10001');
    expect(states(w)).toContain('resolution 2 running');
    w.addIssue(incident({ events: done.slice(0, 1) }));
    w.now = moscow('2026-11-23T12:30');
    await refreshIssue(w.env, '10001');
    expect(states(w)).toEqual(['response 1 met', 'resolution 1 met']);
  });

  it('forgets an issue that is no incident any more', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    await refreshIssue(w.env, '10001');
    w.addIssue(incident(), []);
    w.now = moscow('2026-11-23T13:00');
    await refreshIssue(w.env, '10001');
    expect(states(w)).toEqual([]);
    expect(w.properties.get('10001 tam')).toEqual({});
  });

  it('keeps what is stored when Jira cannot read the JQL any more', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    await refreshIssue(w.env, '10001');
    w.addIssue(incident(), []);
    w.jqlProblems = ["Field 'labels' does not exist."];
    w.now = moscow('2026-11-23T13:00');
    await refreshIssue(w.env, '10001');
    expect(w.store.rows.size).toBe(2);
    expect(w.warnings).toEqual(['incident JQL cannot be read']);
  });

  it('keeps the decided cycles of a deleted issue and drops the open ones', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    await refreshIssue(w.env, '10001');
    w.issues.delete('10001');
    w.now = moscow('2026-11-23T13:00');
    await refreshIssue(w.env, '10001');
    await refreshIssue(w.env, '10001');
    expect(states(w)).toEqual(['response 1 met']);
  });

  it('stores the verdict of an issue whose property it may not write, as not published', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    const setIssueProperty = () => Promise.reject(new JiraError('PUT property', 403));
    const env = { ...w.env, asApp: { ...w.env.asApp, setIssueProperty } };
    await refreshIssue(env, '10001');
    expect(states(w)).toEqual(['response 1 breached', 'resolution 1 running']);
    expect([...w.store.rows.values()].map(({ isPublished }) => isPublished)).toEqual([
      false,
      false,
    ]);
    expect(w.warnings).toEqual(['property not written']);
    await refreshIssue(w.env, '10001');
    expect(w.properties.get('10001 tam')).toMatchObject({ slaState: 'breached' });
  });

  it('judges an incident of two clients for both, and names the first by key in the property', async () => {
    const w = acmeWorld();
    w.addProject({ key: 'ABBA' });
    w.addIssue(incident(), ['ACME', 'ABBA']);
    await refreshIssue(w.env, '10001');
    expect(w.store.rows.size).toBe(4);
    expect(w.properties.get('10001 tam')).toMatchObject({ client: 'ABBA' });
  });

  it('looks a second time at a new issue that search may not have seen, and not a third', async () => {
    const w = acmeWorld();
    w.addIssue(incident(), []);
    w.now = moscow('2026-11-23T10:00');
    await refreshIssue(w.env, '10001');
    expect(w.jobs).toEqual([{ queue: 'refresh', id: '10001', due: w.now + 50_000 }]);
    w.now = w.jobs[0]?.due ?? w.now;
    await refreshIssue(w.env, '10001');
    expect(w.jobs).toHaveLength(1);
    expect(w.properties.size).toBe(0);
  });

  it('does not forget an incident whose change search may not have seen', async () => {
    const w = acmeWorld();
    const events = [statusChange(moscow('2026-11-23T12:00'), OPEN, WORKING)];
    w.addIssue(incident({ events }));
    w.now = moscow('2026-11-23T11:59');
    await refreshIssue(w.env, '10001');
    w.addIssue(incident({ events }), []);
    w.now = moscow('2026-11-23T12:00');
    await refreshIssue(w.env, '10001');
    expect(w.store.rows.size).toBe(2);
    expect(w.pending('refresh')).toEqual(['10001']);
  });

  it('reads nothing of Jira while no client project has a policy', async () => {
    const w = new SlaWorld();
    w.addProject({ policyKey: null });
    w.addIssue(incident());
    await refreshIssue(w.env, '10001');
    expect(w.calls).toEqual([]);
  });

  it('waits as long as Jira asks', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    w.failWith = new JiraBusyError(90, 'jira-burst-based');
    await refreshIssue(w.env, '10001');
    expect(w.jobs).toEqual([{ queue: 'refresh', id: '10001', due: w.now + 90_000 }]);
    expect(w.store.rows.size).toBe(0);
  });

  it('lets another failure be delivered again', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ priorityAtCreation: LOW }));
    w.failWith = new Error('broken pipe');
    await expect(refreshIssue(w.env, '10001')).rejects.toThrow('broken pipe');
  });

  it('says so when a policy cannot be used, and judges the others', async () => {
    const w = acmeWorld();
    w.addProject({ key: 'BETA', policyKey: 'gone' });
    w.addIssue(incident(), ['ACME', 'BETA']);
    await refreshIssue(w.env, '10001');
    expect(w.warnings).toEqual(['policy cannot be used']);
    expect(w.store.rows.size).toBe(2);
  });
});
