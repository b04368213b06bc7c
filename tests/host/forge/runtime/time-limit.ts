import type { TriggerKind } from '../invocation';
import type { FunctionModule } from '../manifest/app-manifest';

const SECOND_MS = 1000;

/**
 * How long a function may run, in ms: 25 s where somebody waits and for events; 55 s for queue
 * consumers and schedules, where alone `timeoutSeconds` counts, and before an uninstallation.
 * ("Invocation limits" and "Pre-uninstall trigger", Forge docs.)
 *
 * timeLimitOf('resolver', { timeoutSeconds: 300, ... }) === 25_000
 */
export function timeLimitOf(trigger: TriggerKind, module: FunctionModule): number {
  if (trigger === 'preUninstall') return 55 * SECOND_MS;
  if (trigger !== 'queue' && trigger !== 'schedule') return 25 * SECOND_MS;
  return (module.timeoutSeconds ?? 55) * SECOND_MS;
}
