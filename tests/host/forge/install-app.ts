import type { Jira } from '../jira/jira';
import type { Holder } from '../jira/state/types';
import type { AppManifest, GlobalPermissionModule } from './manifest/app-manifest';
import type { Translator } from './manifest/translate';
import { SITE } from './site';

/**
 * What Jira itself learns from an installation: searchable properties, global permissions, and the
 * rules that workflows may carry, named in the site's language.
 */
export function installApp(jira: Jira, manifest: AppManifest, translate: Translator): void {
  for (const { propertyKey, values } of manifest.entityProperties) {
    for (const { path, type, searchAlias } of values) {
      if (searchAlias === undefined) continue;
      jira.state.propertyAliases.push({ alias: searchAlias, propertyKey, path, type });
    }
  }
  for (const permission of manifest.globalPermissions) {
    const ari = extensionAri(manifest, permission.key);
    jira.state.globalGrants.set(ari, grantsOf(jira, ari, permission));
  }
  offerRules(jira, manifest, translate);
}

/** Puts the app's rules among those that the workflow editor offers. */
export function offerRules(jira: Jira, manifest: AppManifest, translate: Translator): void {
  for (const { key, name, description, projectTypes } of manifest.validators) {
    const id = extensionAri(manifest, key);
    const texts = { name: translate(name), description: translate(description) };
    jira.state.forgeRules.set(id, { id, ...texts, projectTypes });
  }
}

/** How Jira names a module of an installed app: ari:cloud:ecosystem::extension/... */
export function extensionAri(manifest: AppManifest, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${manifest.appId}/${SITE.environmentId}/static/${moduleKey}`;
}

/** The permission's default holders, in addition to those whom the company named already. */
function grantsOf(jira: Jira, ari: string, { defaultGrants }: GlobalPermissionModule): Holder[] {
  const named = jira.state.globalGrants.get(ari) ?? [];
  const administrators = jira.state.globalGrants.get('ADMINISTER') ?? [];
  if (defaultGrants.includes('all')) return [...named, { kind: 'anyone' }];
  return defaultGrants.includes('jira-administrators') ? [...named, ...administrators] : named;
}
