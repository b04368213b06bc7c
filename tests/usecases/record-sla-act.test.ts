import type { SlaActRequest } from '../../src/contract/sla-acts';
import { recomputeIssue } from '../../src/usecases/clocks/recompute-issue';
import { recordSlaAct } from '../../src/usecases/clocks/record-sla-act';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { answeredWorld } from '../builders/acme-world';
import { moscow } from '../builders/incident';
import type { SlaWorld } from '../builders/sla-world';

const REASON = 'The client agreed by phone.';
const HOUR: SlaActRequest = {
  ...{ clientProjectId: 'id-ACME', clock: 'resolution', reason: REASON },
  ...{ kind: 'extend', from: 'target', minutes: 60 },
};
const EXCLUDE: SlaActRequest = {
  ...{ clientProjectId: 'id-ACME', clock: 'response', reason: REASON, kind: 'exclude' },
};

const cycleOf = (w: SlaWorld, clock: string) =>
  [...w.store.rows.values()].find((row) => row.clock === clock);

describe('recordSlaAct', () => {
  it('gives a clock an hour more, and keeps what stood before', async () => {
    const w = await answeredWorld();
    expect(await recordSlaAct(w.env, '10001', HOUR)).toEqual({ ok: true, value: null });
    expect(w.pending('refresh')).toEqual(['10001']);
    await refreshIssue(w.env, '10001');
    expect(cycleOf(w, 'resolution')).toMatchObject({
      dueAt: moscow('2026-11-23T15:00'),
      targetMs: 5 * 3_600_000,
      extendedMs: 3_600_000,
      state: 'running',
    });
    expect(w.acts).toMatchObject([
      { cycle: 1, original: { state: 'running', dueAt: moscow('2026-11-23T14:00') } },
    ]);
    expect(w.audited).toEqual(['tam sla.extend']);
  });

  it('refuses more time from now on than which more is left: 2 h at noon', async () => {
    const w = await answeredWorld();
    const fromNow = (minutes: number) =>
      recordSlaAct(w.env, '10001', { ...HOUR, kind: 'extend', from: 'now', minutes });
    expect(await fromNow(120)).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    expect(w.acts).toEqual([]);
    expect(await fromNow(150)).toMatchObject({ ok: true });
    await refreshIssue(w.env, '10001');
    expect(cycleOf(w, 'resolution')).toMatchObject({ dueAt: moscow('2026-11-23T14:30') });
  });

  it('takes a stopped clock out of the count, whose verdict nothing else can change', async () => {
    const w = await answeredWorld();
    await recordSlaAct(w.env, '10001', EXCLUDE);
    await refreshIssue(w.env, '10001');
    expect(cycleOf(w, 'response')).toMatchObject({
      state: 'excluded',
      reason: `excluded by hand: ${REASON}`,
    });
    expect(w.acts[0]?.original.state).toBe('met');
    expect(w.properties.get('10001 tam')).toMatchObject({ slaResponse: 'excluded' });
  });

  it('stands beside a frozen verdict as a second one, which counting again leaves alone', async () => {
    const w = await answeredWorld();
    await recordSlaAct(w.env, '10001', EXCLUDE);
    const reason = `excluded by hand: ${REASON}`;
    const second = {
      ...{ clock: 'response', cycle: 1, state: 'excluded', because: 'act', actorAccountId: 'tam' },
      differences: {
        fields: [
          { name: 'state', frozen: 'met', recount: 'excluded' },
          { name: 'reason', frozen: null, recount: reason },
        ],
        ...{ changes: [], moreChanges: 0 },
      },
    };
    expect(w.recounts).toEqual([expect.objectContaining(second)]);
    await refreshIssue(w.env, '10001');
    await recomputeIssue(w.env, '10001', 'id-ACME', 'own');
    expect(w.recounts).toHaveLength(1);
  });

  it('leaves a stopped clock its target', async () => {
    const w = await answeredWorld();
    expect(await recordSlaAct(w.env, '10001', { ...HOUR, clock: 'response' })).toMatchObject({
      problem: { code: 'conflict' },
    });
    expect(w.acts).toEqual([]);
  });

  it('asks for a reason', async () => {
    const w = await answeredWorld();
    expect(await recordSlaAct(w.env, '10001', { ...HOUR, reason: ' because ' })).toMatchObject({
      problem: { code: 'invalid', fields: { reason: 'Say why, in 10 characters or more.' } },
    });
  });

  it('says that a reason is too long', async () => {
    const w = await answeredWorld();
    const reason = 'because '.repeat(200);
    expect(await recordSlaAct(w.env, '10001', { ...HOUR, reason })).toMatchObject({
      problem: { fields: { reason: 'Say why in at most 1000 characters.' } },
    });
  });

  it('is for the TAM and deputies', async () => {
    const w = await answeredWorld();
    w.viewerId = 'manager';
    w.administersTam = true;
    expect(await recordSlaAct(w.env, '10001', HOUR)).toMatchObject({
      problem: { code: 'notAllowed' },
    });
  });
});
