import { sha256 } from '../../src/core/sha256';
import { instant } from '../../src/core/time';
import { recomputeIssue } from '../../src/usecases/clocks/recompute-issue';
import { recountViews } from '../../src/usecases/clocks/recount-view';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import type { Recount } from '../../src/usecases/ports/recount-port';
import { acmeWorld, answeredWorld } from '../builders/acme-world';
import { DONE, incident, moscow, OPEN, statusChange, WAITING, WORKING } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';

const HOUR = 3_600_000;

describe('recomputeIssue', () => {
  it('finds nothing where the history is what it was', async () => {
    const w = await answeredWorld();
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'own')).toEqual({ ok: true, value: [] });
    expect(w.audited).toEqual(['tam sla.recompute']);
  });

  it('puts a second verdict beside the frozen one when the comment is gone', async () => {
    const w = await answeredWorld();
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

  it('says where it counts time otherwise than the ledger that was frozen', async () => {
    // Waiting for the client 10:30-11:30, done at noon; then Jira loses the wait.
    const waited = [
      statusChange(moscow('2026-11-23T10:30'), OPEN, WAITING),
      statusChange(moscow('2026-11-23T11:30'), WAITING, WORKING),
      statusChange(moscow('2026-11-23T12:00'), WORKING, DONE),
    ];
    const w = acmeWorld();
    w.departments = [
      {
        projectId: '10100',
        projectKey: 'SUP',
        name: 'Support',
        leadAccountId: null,
        isOpen: false,
      },
    ];
    w.addIssue(incident({ events: waited }));
    await refreshIssue(w.env, '10001');
    const before = w.store.verdicts();
    w.addIssue(incident({ events: [statusChange(moscow('2026-11-23T12:00'), OPEN, DONE)] }));
    const answer = await recomputeIssue(w.env, '10001', 'id-ACME', 'own');
    if (!answer.ok) throw new Error(answer.problem.text);
    const [, resolution] = answer.value;
    expect(resolution?.differences.fields).toEqual([
      // Paused for an hour, it was due an hour later.
      { name: 'dueAt', frozen: moscow('2026-11-23T15:00'), recount: moscow('2026-11-23T14:00') },
      { name: 'elapsedMs', frozen: 1 * HOUR, recount: 2 * HOUR },
      { name: 'pausedMs', frozen: 1 * HOUR, recount: 0 },
    ]);
    const [shown] = (await recountViews(w.env, [resolution as Recount])) ?? [];
    const queue = { kind: 'queue', name: 'Support' };
    expect(shown?.changes).toEqual([
      {
        ...{ from: '2026-11-23T07:30:00.000Z', to: '2026-11-23T08:30:00.000Z' },
        ...{ frozen: { kind: 'paused', reason: 'client' }, now: queue },
      },
      {
        ...{ from: '2026-11-23T08:30:00.000Z', to: '2026-11-23T09:00:00.000Z' },
        ...{ frozen: { kind: 'running', name: 'Support' }, now: queue },
      },
    ]);
    expect(w.store.verdicts()).toEqual(before);
  });

  it('lists so many stretches as its column holds, and counts the others', async () => {
    // 300 times a minute of waiting, a minute of work, Monday 10:30 to Tuesday 11:30.
    const minute = (index: number) =>
      instant(moscow('2026-11-23T10:30') + index * 60_000 + (index > 449 ? 15 * HOUR : 0));
    const events = Array.from({ length: 600 }, (_, index) =>
      index % 2 === 0
        ? statusChange(minute(index), WORKING, WAITING)
        : statusChange(minute(index), WAITING, WORKING),
    );
    const close = statusChange(minute(600), WORKING, DONE);
    const w = acmeWorld();
    w.departments = [];
    w.now = moscow('2026-11-24T12:00');
    w.addIssue(incident({ events: [...events, close] }));
    await refreshIssue(w.env, '10001');
    w.addIssue(incident({ events: [statusChange(minute(0), OPEN, WORKING), close] }));
    await recomputeIssue(w.env, '10001', 'id-ACME', 'own');
    const { changes, moreChanges } = w.recounts.at(-1)?.differences ?? {};
    expect([changes?.length, moreChanges]).toEqual([200, 100]);
  });

  it('says so when the ledger of then was not kept', async () => {
    const w = await answeredWorld();
    w.ledgers.kept.length = 0;
    w.addIssue(incident());
    await recomputeIssue(w.env, '10001', 'id-ACME', 'own');
    expect(w.recounts).toMatchObject([{ because: 'recompute', differences: { changes: null } }]);
  });

  it('takes neither a new version nor a holiday elsewhere for another verdict', async () => {
    const w = await answeredWorld();
    const [office] = goldPolicy().calendars;
    if (office === undefined) throw new Error('no calendar');
    const later = { ...office, holidays: [{ date: '2027-01-01' }] };
    w.addPolicy(goldPolicy({ version: 2, calendars: [later] }), {
      effectiveFrom: moscow('2026-11-23T11:30'),
    });
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'latest')).toEqual({
      ok: true,
      value: [],
    });
  });

  it('tells version and calendar beside a verdict that is another one', async () => {
    const w = await answeredWorld();
    const [office] = goldPolicy().calendars;
    if (office === undefined) throw new Error('no calendar');
    // Monday begins at half past ten: the answer came at once.
    const later = { ...office, dateHours: { '2026-11-23': ['10:30-18:00'] } };
    w.addPolicy(goldPolicy({ version: 2, calendars: [later] }), {
      effectiveFrom: moscow('2026-11-23T11:30'),
    });
    const answer = await recomputeIssue(w.env, '10001', 'id-ACME', 'latest');
    if (!answer.ok) throw new Error(answer.problem.text);
    expect(answer.value[0]?.differences.fields.map(({ name }) => name)).toEqual([
      'dueAt',
      'elapsedMs',
      'policyVersion',
      'calendarHash',
    ]);
  });

  it('compares rows from before hashes were marked by the hash that they have', async () => {
    const w = await answeredWorld();
    const [office] = goldPolicy().calendars;
    const calendarHash = sha256(JSON.stringify(office));
    for (const [name, row] of w.store.rows) w.store.rows.set(name, { ...row, calendarHash });
    w.addIssue(incident());
    await recomputeIssue(w.env, '10001', 'id-ACME', 'own');
    const names = w.recounts[0]?.differences.fields.map(({ name }) => name);
    expect(names).toContain('elapsedMs');
    expect(names).not.toContain('calendarHash');
  });

  it('judges what another policy decided only by the contract of now', async () => {
    const w = await answeredWorld();
    const { clocks } = goldPolicy();
    const response = { goals: [{ target: '15m', calendar: 'office' }] };
    const silver = goldPolicy({ key: 'silver', name: 'Silver', clocks: { ...clocks, response } });
    w.addPolicy(silver);
    w.projects[0] = { ...w.addProject(), policyKey: 'silver' };
    w.projects.length = 1;
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'own')).toMatchObject({ value: [] });
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'latest')).toMatchObject({
      value: [{ clock: 'response', state: 'breached' }],
    });
  });

  it('tells what the rules of today would have said', async () => {
    const w = await answeredWorld();
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
    const w = await answeredWorld();
    w.viewerId = 'manager';
    expect(await recomputeIssue(w.env, '10001', 'id-ACME', 'own')).toMatchObject({
      problem: { code: 'notAllowed' },
    });
  });
});
