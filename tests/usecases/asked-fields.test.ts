import type { IncidentHistory } from '../../src/core/sla/judge/history';
import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import type { UserEnv } from '../../src/usecases/env';
import { incident } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

const GOLD = { id: '3', name: 'Gold' };

/**
 * SUP-1 is an incident of ACME, whose contract asks no field, and of BETA, whose goals ask the
 * tier.
 */
function world(): { w: SlaWorld; env: UserEnv; asked: (readonly string[])[] } {
  const w = new SlaWorld();
  const asked: (readonly string[])[] = [];
  w.addPolicy();
  const goals = [
    { when: { jql: '"Client tier" = Gold' }, target: '2h', calendar: 'office' },
    { target: '9h', calendar: 'office' },
  ];
  w.addPolicy(goldPolicy({ key: 'tiers', clocks: { resolution: { goals } } }));
  w.addProject();
  w.addProject({ key: 'BETA', policyKey: 'tiers' });
  w.addIssue(incident(), ['ACME', 'BETA']);
  const { env } = w;
  const { asApp } = env;
  /** Tells the tier only when it is asked for, as Jira does. */
  const told = (history: IncidentHistory | null, fields: readonly string[] = []) => {
    asked.push(fields);
    if (history === null || !fields.includes('Client tier')) return history;
    const change = {
      ...({ kind: 'field', field: 'Client tier', at: history.created, record: '7' } as const),
      ...{ by: 'anna', byApp: false, from: GOLD, to: GOLD },
    };
    const fieldsAtCreation = { 'client tier': GOLD };
    return { ...history, fieldsAtCreation, events: [change, ...history.events] };
  };
  const findHistory: typeof asApp.findHistory = async (id, fields) => {
    const read = await asApp.findHistory(id);
    return read && { ...read, history: told(read.history, fields) };
  };
  const listHistories: typeof asApp.listHistories = async (ids, fields) =>
    (await asApp.listHistories(ids)).map((read) => ({
      ...read,
      history: told(read.history, fields),
    }));
  return { w, env: { ...env, asApp: { ...asApp, findHistory, listHistories } }, asked };
}

describe('fields that contracts ask about', () => {
  it('are read once for all contracts of an incident, and make 2 h of BETA’s 9 h', async () => {
    const { w, env, asked } = world();
    await refreshIssue(env, '10001');
    // By its labels it may pass from one contract to the other.
    expect(asked).toEqual([['Client tier', 'labels']]);
    const targets = [...w.store.rows.values()]
      .filter(({ clock }) => clock === 'resolution')
      .map(
        ({ clientProjectId, targetMs }) => `${clientProjectId} ${(targetMs ?? 0) / 3_600_000} h`,
      );
    expect(targets.sort()).toEqual(['id-ACME 4 h', 'id-BETA 2 h']);
  });

  it('of another contract make no other input: a backfill of ACME finds its rows as they are', async () => {
    const { w, env, asked } = world();
    await refreshIssue(env, '10001');
    const hashes = () =>
      [...w.store.rows.values()].map(({ clock, clientProjectId, inputHash }) =>
        [clientProjectId, clock, inputHash].join(' '),
      );
    const before = hashes().sort();
    const answer = await startBackfill(env, 'id-ACME');
    if (answer.ok) await runBackfill(env, answer.value);
    expect(asked.at(-1)).toEqual([]);
    expect(hashes().sort()).toEqual(before);
  });
});
