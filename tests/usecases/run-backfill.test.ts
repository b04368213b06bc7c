import { cancelBackfill } from '../../src/usecases/backfill/cancel-backfill';
import { listBackfills } from '../../src/usecases/backfill/list-backfills';
import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { JiraBusyError } from '../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../src/usecases/ports/jira-error';
import { worldOfIncidents } from '../builders/acme-world';
import { incident, moscow } from '../builders/incident';
import type { SlaWorld } from '../builders/sla-world';

async function started(w: SlaWorld): Promise<string> {
  const answer = await startBackfill(w.env, 'id-ACME');
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

const count = (w: SlaWorld, call: string) => w.calls.filter((each) => each === call).length;

/** Lets so much time pass with each step that is stored. */
function takeForEachStep(w: SlaWorld, ms: number): void {
  const { saveBackfill } = w.store;
  w.store.saveBackfill = async (backfill, shownStep) => {
    w.now = (w.now + ms) as typeof w.now;
    return saveBackfill(backfill, shownStep);
  };
}

describe('runBackfill', () => {
  it('judges every incident and says how far it came', async () => {
    const w = worldOfIncidents(3);
    const id = await started(w);
    expect(w.pending('backfill')).toEqual([id]);
    await runBackfill(w.env, id);
    expect(w.store.rows.size).toBe(6);
    expect(await listBackfills(w.env)).toEqual([
      {
        id,
        clientProjectKey: 'ACME',
        state: 'done',
        done: 3,
        total: 3,
        startedAt: '2026-11-23T09:00:00.000Z',
        finishedAt: '2026-11-23T09:00:00.000Z',
        skipped: [],
        error: null,
      },
    ]);
  });

  it('asks for 2,500 incidents in three batches and searches each page once', async () => {
    const w = worldOfIncidents(2500);
    w.pageSize = 2000;
    const id = await started(w);
    await runBackfill(w.env, id);
    expect(w.store.backfills.get(id)).toMatchObject({ state: 'done', done: 2500, step: 3 });
    expect(count(w, 'app listHistories')).toBe(3);
    expect(count(w, 'app searchIds')).toBe(2);
    expect(count(w, 'app countIssues')).toBe(1);
    expect(count(w, 'app setIssueProperty')).toBe(0);
  });

  it('goes on where it was after Jira asked it to wait', async () => {
    const w = worldOfIncidents(1500);
    const id = await started(w);
    w.jobs.length = 0;
    w.failWith = new JiraBusyError(120, 'jira-quota-global-based');
    await runBackfill(w.env, id);
    expect(w.jobs).toEqual([{ queue: 'backfill', id, due: w.now + 120_000 }]);
    expect(w.store.backfills.get(id)?.state).toBe('waiting');
    await runBackfill(w.env, id);
    expect(w.store.backfills.get(id)).toMatchObject({ state: 'done', done: 1500 });
  });

  it('killed after storing and before moving on, it takes the step again and ends in the same rows', async () => {
    const w = worldOfIncidents(1200);
    const id = await started(w);
    const { saveBackfill } = w.store;
    w.store.saveBackfill = () => Promise.reject(new Error('killed'));
    await expect(runBackfill(w.env, id)).rejects.toThrow('killed');
    w.store.saveBackfill = saveBackfill;
    await runBackfill(w.env, id);
    expect(w.store.rows.size).toBe(2400);
    expect(w.store.backfills.get(id)).toMatchObject({ state: 'done', done: 1200 });
  });

  it('delivered twice at once, counts every issue once', async () => {
    const w = worldOfIncidents(1200);
    const id = await started(w);
    await Promise.all([runBackfill(w.env, id), runBackfill(w.env, id)]);
    expect(w.store.backfills.get(id)).toMatchObject({ state: 'done', done: 1200, step: 2 });
  });

  it('queues the rest between two pages when its time is up', async () => {
    const w = worldOfIncidents(3500);
    w.pageSize = 3000;
    const id = await started(w);
    w.jobs.length = 0;
    takeForEachStep(w, 60_000);
    await runBackfill(w.env, id);
    expect(w.store.backfills.get(id)).toMatchObject({ state: 'running', done: 3000 });
    expect(w.pending('backfill')).toEqual([id]);
    await runBackfill(w.env, id);
    expect(w.store.backfills.get(id)).toMatchObject({ state: 'done', done: 3500 });
    expect(count(w, 'app searchIds')).toBe(2);
  });

  it('queues the rest of a page too when that takes longer', async () => {
    const w = worldOfIncidents(2500);
    const id = await started(w);
    w.jobs.length = 0;
    takeForEachStep(w, 95_000);
    await runBackfill(w.env, id);
    expect(w.store.backfills.get(id)).toMatchObject({ state: 'running', done: 2000 });
    expect(w.pending('backfill')).toEqual([id]);
  });

  it('names the issues it left out and judges the others', async () => {
    const w = worldOfIncidents(2);
    const id = await started(w);
    const { env } = w;
    const listHistories: typeof env.asApp.listHistories = async (ids) =>
      (await env.asApp.listHistories(ids)).slice(1);
    await runBackfill({ ...env, asApp: { ...env.asApp, listHistories } }, id);
    expect(w.store.rows.size).toBe(2);
    expect(w.store.backfills.get(id)?.skipped).toEqual([
      { issueKey: 'id 10001', why: 'deleted, or hidden from the app' },
    ]);
  });

  it('names an issue that Jira says is of the future, by when', async () => {
    const w = worldOfIncidents(2);
    const id = await started(w);
    const { env } = w;
    const later = moscow('2026-11-24T09:00');
    const listHistories: typeof env.asApp.listHistories = async (ids) =>
      (await env.asApp.listHistories(ids)).map((read) =>
        read.issueKey === 'SUP-1' && read.history !== null
          ? { ...read, history: { ...read.history, created: later } }
          : read,
      );
    await runBackfill({ ...env, asApp: { ...env.asApp, listHistories } }, id);
    expect(w.store.backfills.get(id)?.skipped).toEqual([
      {
        issueKey: 'SUP-1',
        why: 'was created in the future, at 2026-11-24T06:00:00.000Z: not judged yet',
      },
    ]);
  });

  it('fails with the words of Jira when Jira refuses', async () => {
    const w = worldOfIncidents(1);
    const id = await started(w);
    w.failWith = new JiraError('POST /rest/api/3/issue/bulkfetch', 400, ['No such field.']);
    await runBackfill(w.env, id);
    expect(w.store.backfills.get(id)).toMatchObject({
      state: 'failed',
      error: 'POST /rest/api/3/issue/bulkfetch: status 400 No such field.',
    });
  });

  it('sends issues that it did not meet to a refresh', async () => {
    const w = worldOfIncidents(2);
    await refreshIssue(w.env, '10001');
    w.now = moscow('2026-11-23T13:00');
    w.addIssue(incident(), []);
    const id = await started(w);
    await runBackfill(w.env, id);
    expect(w.pending('refresh')).toEqual(['10001', '10002']);
    await refreshIssue(w.env, '10001');
    const left = [...w.store.rows.values()].map(({ issueId, clock }) => `${issueId} ${clock}`);
    expect(left).toEqual(['10001 response', '10002 response', '10002 resolution']);
  });

  it('leaves the property to the next refresh', async () => {
    const w = worldOfIncidents(1);
    await runBackfill(w.env, await started(w));
    await refreshIssue(w.env, '10001');
    expect(w.properties.get('10001 tam')).toMatchObject({ slaState: 'running' });
  });
});

describe('cancelBackfill', () => {
  it('stops it before its next step', async () => {
    const w = worldOfIncidents(1200);
    const id = await started(w);
    expect(await cancelBackfill(w.env, id)).toEqual({ ok: true, value: null });
    await runBackfill(w.env, id);
    expect(w.store.backfills.get(id)).toMatchObject({ state: 'cancelled', done: 0 });
    expect(w.store.rows.size).toBe(0);
    expect(w.audited).toEqual(['tam startBackfill', 'tam cancelBackfill']);
  });

  it('wins over a step that is under way', async () => {
    const w = worldOfIncidents(1200);
    const id = await started(w);
    await Promise.all([runBackfill(w.env, id), cancelBackfill(w.env, id)]);
    expect(w.store.backfills.get(id)?.state).toBe('cancelled');
  });
});

describe('startBackfill', () => {
  it('refuses a second one of the same client project', async () => {
    const w = worldOfIncidents(1);
    await started(w);
    expect(await startBackfill(w.env, 'id-ACME')).toEqual({
      ok: false,
      problem: { code: 'conflict', text: 'A backfill of ACME is under way already.' },
    });
  });

  it('needs a policy', async () => {
    const w = worldOfIncidents(1);
    w.policies.clear();
    expect(await startBackfill(w.env, 'id-ACME')).toMatchObject({ problem: { code: 'invalid' } });
  });
});
