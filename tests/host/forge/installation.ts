import type { ForgeParts } from './assemble';
import { offerRules } from './install-app';
import type { Translator } from './manifest/translate';
import type { Invoker } from './runtime/invoker';
import { SITE } from './site';

/** Is the app on the site? */
export type Installation = { isInstalled: boolean };

/** How one preUninstall function ended. Its failure does not stop the uninstallation. */
export type Uninstallation = { moduleKey: string; ok: boolean; error?: string };

/** No function of an app that is gone runs: whoever waits for it gets an error. */
export function onlyInstalled(installation: Installation, invoke: Invoker): Invoker {
  return async (call) => {
    if (installation.isInstalled) return invoke(call);
    const message = 'the app is not installed';
    return { ok: false, error: { name: 'APP_NOT_INSTALLED', message, stack: [] } };
  };
}

/**
 * Calls the app's preUninstall functions, which have no user, then takes the app away: no events,
 * schedules and pages any more, and its rules refuse every transition that they stand on.
 * ("Pre-uninstall trigger", Forge docs.)
 */
export async function uninstall(parts: ForgeParts): Promise<Uninstallation[]> {
  const { manifest, jira, invoke, installation } = parts;
  const told: Uninstallation[] = [];
  for (const { key, function: functionKey } of manifest.uninstallers) {
    const outcome = await invoke({
      functionKey,
      moduleKey: key,
      trigger: 'preUninstall',
      body: { context: { cloudId: SITE.cloudId, moduleKey: key } },
    });
    const { ok } = outcome;
    told.push(ok ? { moduleKey: key, ok } : { moduleKey: key, ok, error: outcome.error.message });
  }
  installation.isInstalled = false;
  jira.state.forgeRules.clear();
  return told;
}

export function install({ manifest, jira, installation }: ForgeParts, translate: Translator): void {
  installation.isInstalled = true;
  offerRules(jira, manifest, translate);
}
