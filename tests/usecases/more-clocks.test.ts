import type { Policy } from '../../src/core/sla/policy/policy';
import { readIncidentClocks } from '../../src/usecases/clocks/read-incident-clocks';
import { recordSlaAct } from '../../src/usecases/clocks/record-sla-act';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { tellDueWarnings } from '../../src/usecases/clocks/tell-due-warnings';
import { comment, incident, moscow } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

const at = (time: string) => moscow(`2026-11-23T${time}`);
const REASON = 'The client agreed to this by phone.';

// Monday 2026-11-23, Moscow, 09-18. SUP-1 is of 10:00; Support has 3 h for it, a message waits 1 h.
function world(changes: Partial<Policy> = {}): SlaWorld {
  const world = new SlaWorld();
  const goal = (target: string) => ({ goals: [{ target, calendar: 'office' }] });
  const clocks = {
    ...goldPolicy().clocks,
    ...{ nextResponse: goal('1h'), ownership: goal('3h') },
  };
  world.addPolicy(goldPolicy({ clocks, ...changes }));
  world.addProject();
  world.departments = [
    {
      ...{ projectId: '10100', projectKey: 'SUP', name: 'Support' },
      ...{ leadAccountId: 'lena', isOpen: false },
    },
  ];
  return world;
}

/** Answered at 10:05; the client writes again at 11:00. */
const TALK = [comment(at('10:05')), comment(at('11:00'), 'client')];

const rowOf = (w: SlaWorld, clock: string) =>
  [...w.store.rows.values()].find((row) => row.clock === clock);

describe('the clocks of messages and departments', () => {
  it('are stored with the department whose time it is', async () => {
    const w = world();
    w.addIssue(incident({ events: TALK }));
    w.now = at('11:30');
    await refreshIssue(w.env, '10001');
    expect(rowOf(w, 'nextResponse')).toMatchObject({ dueAt: at('12:00'), department: null });
    expect(rowOf(w, 'ownership')).toMatchObject({ dueAt: at('13:00'), department: 'SUP' });
    // 12:00 in Moscow: the message is what the client waits for next.
    expect(w.properties.get('10001 tam')).toMatchObject({ slaDue: '2026-11-23T09:00:00.000Z' });
  });

  it('warn like the others: the lead is that of the department', async () => {
    const w = world({ warnings: [{ at: '75%', notify: ['lead'] }] });
    w.addIssue(incident({ events: TALK }));
    w.now = at('11:00');
    await refreshIssue(w.env, '10001');
    for (const time of ['11:45', '12:15']) {
      w.now = at(time);
      await tellDueWarnings(w.env);
    }
    const told = w.mails.map(({ accountIds, subject }) => `${accountIds.join('+')}: ${subject}`);
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^lena: SUP-1 \(ACME\): next response due .*12:00 .*75% of the goal/),
        expect.stringMatching(/^lena: SUP-1 \(ACME\): next response breached .*12:00/),
        expect.stringMatching(
          /^lena: SUP-1 \(ACME\): time of Support due .*13:00 .*75% of the goal/,
        ),
      ]),
    );
  });

  it('can be given more time by the TAM', async () => {
    const w = world();
    w.addIssue(incident({ events: TALK }));
    w.now = at('11:30');
    await refreshIssue(w.env, '10001');
    const base = { clientProjectId: 'id-ACME', reason: REASON, kind: 'extend' as const };
    const more = { ...base, from: 'target' as const, minutes: 30 };
    for (const clock of ['nextResponse', 'ownership'] as const) {
      expect(await recordSlaAct(w.env, '10001', { ...more, clock })).toMatchObject({ ok: true });
    }
    w.now = at('11:31');
    await refreshIssue(w.env, '10001');
    expect(rowOf(w, 'nextResponse')).toMatchObject({ dueAt: at('12:30') });
    expect(rowOf(w, 'ownership')).toMatchObject({ dueAt: at('13:30') });
  });

  it('are shown: messages while they wait or came too late, departments all', async () => {
    const w = world();
    const late = [comment(at('12:30')), comment(at('12:40'), 'client'), comment(at('12:50'))];
    w.addIssue(incident({ events: [...TALK, ...late] }));
    w.now = at('13:00');
    await refreshIssue(w.env, '10001');
    const { sla } = (await readIncidentClocks(w.env, '10001')) ?? {};
    expect(sla?.clocks.map(({ clock, cycle, state }) => `${clock} ${cycle} ${state}`)).toEqual([
      ...['response 1 met', 'resolution 1 running', 'nextResponse 1 breached'],
    ]);
    expect(sla?.departments).toMatchObject([
      { department: 'Support', state: 'running', dueAt: '2026-11-23T10:00:00.000Z' },
    ]);
    expect(sla?.priority).toBe('High');
  });
});
