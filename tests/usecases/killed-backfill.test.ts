import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import type { UserEnv } from '../../src/usecases/env';
import { comment, DONE, incident, moscow, OPEN, statusChange } from '../builders/incident';
import { SlaWorld } from '../builders/sla-world';

const INCIDENTS = 100;

/** Three pages of incidents; some answered, some done, some open. */
function world(): SlaWorld {
  const world = new SlaWorld();
  world.pageSize = 40;
  world.addPolicy();
  world.addProject();
  const answered = comment(moscow('2026-11-23T10:30'));
  const done = statusChange(moscow('2026-11-23T11:30'), OPEN, DONE);
  for (let number = 1; number <= INCIDENTS; number += 1) {
    const events = [[], [answered], [answered, done]][number % 3] ?? [];
    world.addIssue(incident({ issueId: String(10_000 + number), key: `SUP-${number}`, events }));
  }
  return world;
}

type Moment = 'before' | 'after';

/** The same world, which is killed before or after its n-th call of Jira, the store or the queue. */
function killedAt(
  env: UserEnv,
  n: number,
  moment: Moment,
): { env: UserEnv; isDead: () => boolean } {
  let calls = 0;
  const mortal = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const verb: unknown = Reflect.get(target, name);
        if (typeof verb !== 'function') return verb;
        return async (...input: unknown[]) => {
          calls += 1;
          if (calls > n || (calls === n && moment === 'before')) throw new Error('killed');
          const answer: unknown = await verb.apply(target, input);
          if (calls === n) throw new Error('killed');
          return answer;
        };
      },
    });
  const { asApp, sla, queue } = env;
  return {
    env: { ...env, asApp: mortal(asApp), sla: mortal(sla), queue: mortal(queue) },
    isDead: () => calls >= n,
  };
}

async function undisturbed(): Promise<SlaWorld> {
  const w = world();
  await startBackfill(w.env, 'id-ACME');
  await runBackfill(w.env, 'new-1');
  return w;
}

describe('a backfill that is killed', () => {
  it.each<Moment>(['before', 'after'])(
    '%s any of its calls ends in the same rows',
    async (moment) => {
      const expected = await undisturbed();
      let deaths = 0;
      for (let n = 1; ; n += 1) {
        const w = world();
        await startBackfill(w.env, 'id-ACME');
        const killed = killedAt(w.env, n, moment);
        await runBackfill(killed.env, 'new-1').catch(() => undefined);
        if (!killed.isDead()) break;
        deaths += 1;
        // Forge delivers the job again, and perhaps twice.
        await Promise.all([runBackfill(w.env, 'new-1'), runBackfill(w.env, 'new-1')]);
        expect(w.store.backfills.get('new-1')).toEqual(expected.store.backfills.get('new-1'));
        expect(w.store.verdicts()).toEqual(expected.store.verdicts());
        expect(new Set(w.pending('refresh'))).toEqual(new Set(expected.pending('refresh')));
      }
      // Count, three pages, three batches of four calls, the end.
      expect(deaths).toBeGreaterThan(15);
    },
  );
});
