import type { HostClock } from '../../clock';
import type { Activity } from '../activity';
import type { Agenda } from '../agenda';
import type { InvocationOutcome } from '../invocation';
import type { AppManifest, ScheduleInterval, ScheduleModule } from '../manifest/app-manifest';
import type { Invoker } from '../runtime/invoker';
import { SITE } from '../site';

const MINUTE_MS = 60_000;

export const INTERVAL_MS: Record<ScheduleInterval, number> = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
};

/** Forge starts a new schedule about five minutes after the deployment. */
const FIRST_RUN_AFTER_MS = 5 * MINUTE_MS;

export interface Schedules {
  run(moduleKey: string): Promise<InvocationOutcome>;
}

/**
 * Runs the scheduled triggers by the host's clock. When the clock jumps over several turns of a
 * schedule, it runs once: Forge makes no promise to catch up on missed turns.
 */
export function startSchedules(parts: {
  manifest: AppManifest;
  clock: HostClock;
  agenda: Agenda;
  activity: Activity;
  invoke: Invoker;
}): Schedules {
  const { manifest, clock, agenda, activity, invoke } = parts;
  const run = (module: ScheduleModule): Promise<InvocationOutcome> =>
    invoke({
      functionKey: module.function,
      moduleKey: module.key,
      trigger: 'schedule',
      body: { context: { cloudId: SITE.cloudId, moduleKey: module.key }, contextToken: '' },
    });
  const plan = (module: ScheduleModule, at: number): void => {
    agenda.at('schedule', at, () => {
      plan(module, nextTurn(at, INTERVAL_MS[module.interval], clock.now()));
      activity.start(async () => {
        await run(module);
      });
    });
  };
  for (const module of manifest.schedules) plan(module, clock.now() + FIRST_RUN_AFTER_MS);
  return {
    run: (moduleKey) => {
      const module = manifest.schedules.find(({ key }) => key === moduleKey);
      if (module === undefined) throw new Error(`manifest.yml has no schedule ${moduleKey}`);
      return run(module);
    },
  };
}

/** The first turn after `now`, counted in whole intervals from the turn before. */
export function nextTurn(last: number, intervalMs: number, now: number): number {
  return last + Math.max(1, Math.floor((now - last) / intervalMs) + 1) * intervalMs;
}
