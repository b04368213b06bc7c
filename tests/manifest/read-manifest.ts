import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type ManifestModule = {
  readonly key: string;
  readonly function?: string;
  readonly resource?: string;
  readonly resolver?: { readonly function: string };
  readonly dynamicProperties?: { readonly function: string };
  readonly edit?: { readonly resource: string };
  readonly view?: { readonly resource: string };
  readonly create?: { readonly resource: string };
  readonly events?: readonly string[];
  readonly handler?: string;
};

export type Manifest = {
  readonly modules: Readonly<Record<string, readonly ManifestModule[]>>;
  readonly resources: readonly {
    readonly key: string;
    readonly path: string;
    readonly entry: Readonly<Record<string, string>>;
  }[];
  readonly permissions: { readonly scopes: readonly string[] };
  readonly translations: { readonly resources: readonly { key: string; path: string }[] };
};

export const manifestText = readFileSync('manifest.yml', 'utf8');
export const manifest = parse(manifestText) as Manifest;

/** Every module with the type of its list, functions left out. */
export function listModules(): readonly { type: string; module: ManifestModule }[] {
  return Object.entries(manifest.modules)
    .filter(([type]) => type !== 'function')
    .flatMap(([type, modules]) => modules.map((module) => ({ type, module })));
}

/** All functions that a module names, with the way it calls them. */
export function functionsOf(module: ManifestModule): readonly string[] {
  return [module.function, module.resolver?.function, module.dynamicProperties?.function].filter(
    (key): key is string => key !== undefined,
  );
}

/** All `resource/entry` references of a module, its edit, view and create pages included, once. */
export function resourcesOf(module: ManifestModule): readonly string[] {
  const all = [
    module.resource,
    module.view?.resource,
    module.edit?.resource,
    module.create?.resource,
  ].filter((reference): reference is string => reference !== undefined);
  return [...new Set(all)];
}
