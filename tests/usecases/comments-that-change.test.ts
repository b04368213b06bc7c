import type { HistoryEvent } from '../../src/core/sla/judge/history';
import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import { recomputeIssue } from '../../src/usecases/clocks/recompute-issue';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { sweepIncidents } from '../../src/usecases/clocks/sweep-incidents';
import { acmeWorld } from '../builders/acme-world';
import { comment, edited, incident, moscow, note } from '../builders/incident';
import type { SlaWorld } from '../builders/sla-world';

// Monday 2026-11-23 in Moscow, working hours 09-18: created 10:00, an answer within an hour.
const at = (time: string) => moscow(`2026-11-23T${time}`);

/** What the app reads at that time, told by an event. */
async function look(w: SlaWorld, time: string, ...events: HistoryEvent[]): Promise<void> {
  w.addIssue(incident({ events }));
  w.now = at(time);
  await refreshIssue(w.env, '10001');
}

const response = (w: SlaWorld) => {
  const row = [...w.store.rows.values()].find(({ clock }) => clock === 'response');
  return row && { state: row.state, stoppedAt: row.stoppedAt, source: row.source };
};

describe('a comment that is made public later', () => {
  it('answers when it is made public, for whoever has seen it hidden', async () => {
    const w = acmeWorld();
    await look(w, '10:06', note(at('10:05')));
    expect(response(w)).toMatchObject({ state: 'running' });
    await look(w, '10:51', edited(at('10:05'), at('10:50')));
    expect(response(w)).toEqual({ state: 'met', stoppedAt: at('10:50'), source: 'observed' });
  });

  it('answers when it was written, if its first event was lost', async () => {
    const w = acmeWorld();
    await look(w, '10:51', edited(at('10:05'), at('10:50')));
    expect(response(w)).toMatchObject({ state: 'met', stoppedAt: at('10:05') });
  });

  it('is told by the sweep alike, which keeps what it saw', async () => {
    const w = acmeWorld();
    await look(w, '10:02');
    w.addIssue(incident({ events: [note(at('10:05'))] }));
    w.now = at('10:30');
    await sweepIncidents(w.env);
    await look(w, '11:31', edited(at('10:05'), at('11:30')));
    expect(response(w)).toMatchObject({ state: 'breached', stoppedAt: at('11:30') });
  });

  it('is told by a backfill alike', async () => {
    const w = acmeWorld();
    const tell = async () => {
      await startBackfill({ ...w.env, viewer: { ...w.env.viewer } }, 'id-ACME');
      await runBackfill(w.env, w.pending('backfill').at(-1) ?? '');
    };
    w.addIssue(incident({ events: [note(at('10:05'))] }));
    w.now = at('10:30');
    await tell();
    w.addIssue(incident({ events: [edited(at('10:05'), at('10:45'))] }));
    w.now = at('10:46');
    await tell();
    expect(response(w)).toMatchObject({ state: 'met', stoppedAt: at('10:45') });
  });
});

describe('a comment that is edited', () => {
  it('answers when it was written', async () => {
    const w = acmeWorld();
    await look(w, '12:31', edited(at('10:20'), at('12:30')));
    expect(response(w)).toMatchObject({ state: 'met', stoppedAt: at('10:20') });
  });

  it('changes nothing of a verdict that is there', async () => {
    const w = acmeWorld();
    await look(w, '10:21', comment(at('10:20')));
    const before = w.store.verdicts();
    await look(w, '12:31', edited(at('10:20'), at('12:30')));
    expect(w.store.verdicts()).toEqual(before);
  });
});

describe('a comment that is deleted', () => {
  it('stays the answer when the app saw it as it happened', async () => {
    const w = acmeWorld();
    await look(w, '10:21', comment(at('10:20')));
    await look(w, '11:30');
    expect(response(w)).toEqual({ state: 'met', stoppedAt: at('10:20'), source: 'observed' });
  });

  it('was no answer when nobody saw it', async () => {
    const w = acmeWorld();
    await look(w, '10:02');
    await look(w, '11:30');
    expect(response(w)).toMatchObject({ state: 'breached', stoppedAt: null });
  });

  it('is lost in a pure recomputation, which stands beside the verdict', async () => {
    const w = acmeWorld();
    await look(w, '10:21', comment(at('10:20')));
    await look(w, '11:30');
    const answer = await recomputeIssue(w.env, '10001', 'id-ACME', 'own');
    if (!answer.ok) throw new Error(answer.problem.text);
    const [again] = answer.value;
    expect(again).toMatchObject({ clock: 'response', cycle: 1, state: 'breached' });
    expect(again?.differences.fields).toContainEqual({
      name: 'stoppedAt',
      frozen: at('10:20'),
      recount: null,
    });
    expect(response(w)).toMatchObject({ state: 'met', stoppedAt: at('10:20') });
  });
});
