import type { Policy } from '../../src/core/sla/policy/policy';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { tellDueWarnings } from '../../src/usecases/clocks/tell-due-warnings';
import { JiraBusyError } from '../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../src/usecases/ports/jira-error';
import type { WarningStorePort } from '../../src/usecases/ports/warning-ports';
import { comment, incident, moscow } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

// Monday 2026-11-23, Moscow: created 10:00, answered 10:05, to be solved by 14:00; the TAM hears of
// it at three quarters of the goal, 13:00, and of the breach.
async function world(warnings: Policy['warnings'] = [{ at: '75%', notify: ['tam'] }]) {
  const world = new SlaWorld();
  world.now = moscow('2026-11-23T10:10');
  world.addPolicy(goldPolicy({ warnings: warnings ?? [] }));
  world.addProject();
  world.addIssue(incident({ events: [comment(moscow('2026-11-23T10:05'))] }));
  await refreshIssue(world.env, '10001');
  return world;
}

const run = async (w: SlaWorld, time: string) => {
  w.now = moscow(`2026-11-23T${time}`);
  await tellDueWarnings(w.env);
};

const every5 = (from: string, count: number) =>
  Array.from({ length: count }, (_, n) => {
    const minutes = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + n * 5;
    const [h, m] = [Math.floor(minutes / 60), minutes % 60].map((p) => String(p).padStart(2, '0'));
    return `${h}:${m}`;
  });

/** Runs once with a store that stops the run at this call, as a platform does that kills it. */
async function killedAt(w: SlaWorld, call: keyof WarningStorePort, time: string): Promise<void> {
  w.now = moscow(`2026-11-23T${time}`);
  const dying = new Proxy(w.warningStore, {
    get: (store, name) =>
      name === call ? () => Promise.reject(new Error('killed')) : Reflect.get(store, name),
  });
  await expect(tellDueWarnings({ ...w.env, warnings: dying })).rejects.toThrow('killed');
}

describe('a run that is killed', () => {
  it.each(['addNotices', 'settleWarnings', 'listNotices', 'takeNotices'] as const)(
    'at %s is made up for by a later one, and nobody hears twice',
    async (call) => {
      const w = await world();
      await killedAt(w, call, '13:00');
      for (const time of every5('13:05', 10)) await run(w, time);
      expect(w.mails.map(({ accountIds }) => accountIds)).toEqual([['tam']]);
    },
  );

  it('after Jira took the mail sends it again: rather twice than never', async () => {
    const w = await world();
    await killedAt(w, 'settleNotices', '13:00');
    expect(w.mails).toHaveLength(1);
    for (const time of every5('13:05', 10)) await run(w, time);
    expect(w.mails).toHaveLength(2);
  });
});

describe('runs that are doubled or missed', () => {
  it('tell once, whether two run at once or one after the other', async () => {
    const w = await world();
    w.now = moscow('2026-11-23T13:00');
    await Promise.all([tellDueWarnings(w.env), tellDueWarnings(w.env), tellDueWarnings(w.env)]);
    await run(w, '13:00');
    await run(w, '13:01');
    expect(w.mails).toHaveLength(1);
  });

  it('tell the same when an hour of them was missed', async () => {
    const [kept, missed] = [await world(), await world()];
    for (const time of every5('12:30', 20)) await run(kept, time);
    await run(missed, '12:30');
    await run(missed, '13:30');
    await run(missed, '14:05');
    expect(missed.mails).toEqual(kept.mails);
    expect(kept.mails).toHaveLength(2);
  });
});

describe('a mail that fails', () => {
  it('is sent by the next run', async () => {
    const w = await world();
    w.mailFailsWith = new JiraError('POST /notify', 500);
    await run(w, '13:00');
    expect(w.mails).toEqual([]);
    expect(w.warnings).toContain('mail failed');
    await run(w, '13:05');
    expect(w.mails).toHaveLength(1);
  });

  it('keeps no other one', async () => {
    const w = await world([{ at: '75%', notify: ['tam', 'assignee'] }]);
    w.addIssue(
      incident({
        ...{ issueId: '10002', key: 'SUP-2' },
        events: [comment(moscow('2026-11-23T10:05'))],
      }),
    );
    w.now = moscow('2026-11-23T10:11');
    await refreshIssue(w.env, '10002');
    w.mailFailsWith = new JiraError('POST /notify', 500);
    await run(w, '13:00');
    expect(w.mails).toHaveLength(1);
    await run(w, '13:05');
    expect(w.mails).toHaveLength(2);
  });

  it('is given up after two hours', async () => {
    const w = await world();
    // The first mail of every run fails: that of 13:00, until it is given up.
    for (const time of every5('13:00', 24)) {
      expect(w.warnings).not.toContain('mail given up');
      w.mailFailsWith = new JiraError('POST /notify', 500);
      await run(w, time);
    }
    expect(w.warnings).toContain('mail given up');
    w.mailFailsWith = null;
    await run(w, '18:00');
    expect(w.mails.filter(({ subject }) => subject.includes('75%'))).toEqual([]);
  });

  it('is waited for as long as Jira asks for patience', async () => {
    const w = await world();
    for (const time of every5('13:00', 11)) {
      w.mailFailsWith = new JiraBusyError(300, 'jira-quota-tenant-based');
      await run(w, time);
    }
    w.mailFailsWith = null;
    expect(w.warnings).not.toContain('mail given up');
    await run(w, '13:55');
    expect(w.mails).toHaveLength(1);
  });
});

describe('the language of a warning', () => {
  it('is that of the site', async () => {
    const w = await world([
      { at: '75%', notify: ['tam'] },
      { before: '30m', notify: ['tam'] },
    ]);
    w.language = 'ru';
    for (const time of ['13:00', '13:30', '14:00']) await run(w, time);
    expect(w.mails.map(({ subject }) => subject)).toEqual([
      'SUP-1 (ACME): решение: срок 23 нояб. 2026 г., 14:00 (Europe/Moscow), израсходовано 75% времени (±5 мин)',
      'SUP-1 (ACME): решение: срок 23 нояб. 2026 г., 14:00 (Europe/Moscow), осталось 30 мин (±5 мин)',
      'SUP-1 (ACME): решение: срок нарушен 23 нояб. 2026 г., 14:00 (Europe/Moscow)',
    ]);
  });
});
