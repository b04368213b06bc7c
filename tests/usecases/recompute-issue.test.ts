import { recomputeIssue } from '../../src/usecases/recompute-issue';
import { refreshIssue } from '../../src/usecases/refresh-issue';
import { comment, incident, moscow } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

// Monday 2026-11-23, Moscow: created 10:00, answered 10:30 of one hour; looked at at noon.
async function world(): Promise<SlaWorld> {
  const w = new SlaWorld();
  w.addPolicy();
  w.addProject();
  w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
  await refreshIssue(w.env, '10001');
  return w;
}

describe('recomputeIssue', () => {
  it('finds nothing where the history is what it was', async () => {
    const w = await world();
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'own')).toEqual({ ok: true, value: [] });
    expect(w.audited).toEqual(['tam sla.recompute']);
  });

  it('puts a second verdict beside the frozen one when the comment is gone', async () => {
    const w = await world();
    w.addIssue(incident());
    const before = w.store.verdicts();
    const answer = await recomputeIssue(w.env, '10001', 'id-ACME', 'own');
    expect(answer).toMatchObject({ ok: true, value: [{ clock: 'response', state: 'breached' }] });
    expect(w.recounts[0]?.differences.fields).toEqual(
      expect.arrayContaining([
        { name: 'state', frozen: 'met', recount: 'breached' },
        { name: 'elapsedMs', frozen: 30 * 60_000, recount: 2 * 3_600_000 },
      ]),
    );
    expect(w.store.verdicts()).toEqual(before);
  });

  it('tells what the rules of today would have said', async () => {
    const w = await world();
    const { clocks } = goldPolicy();
    const response = { goals: [{ target: '15m', calendar: 'office' }] };
    w.addPolicy(goldPolicy({ version: 2, clocks: { ...clocks, response } }), {
      effectiveFrom: moscow('2026-11-23T11:30'),
    });
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'own')).toMatchObject({ value: [] });
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'latest')).toMatchObject({
      value: [{ clock: 'response', policyVersion: 2, state: 'breached' }],
    });
  });

  it('is for the TAM and deputies', async () => {
    const w = await world();
    w.viewerId = 'manager';
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'own')).toMatchObject({
      problem: { code: 'notAllowed' },
    });
  });
});
