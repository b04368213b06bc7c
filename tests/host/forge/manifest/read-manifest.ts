import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { parseFilter } from '../events/parse-filter';
import { propertyProblems } from '../events/runtime-properties';
import type { AppManifest, EventFilter, SurfaceModule, TriggerModule } from './app-manifest';
import { type ManifestFile, manifestSchema } from './manifest-schema';

const APP_ID = /^ari:cloud:ecosystem::app\/([0-9a-f-]{36})$/;

/** Reads an app's manifest.yml. Throws with the path of every part that the host does not model. */
export function readManifest(appDir: string): AppManifest {
  const text = readFileSync(join(appDir, 'manifest.yml'), 'utf8');
  const parsed = v.safeParse(manifestSchema, parse(substituteVariables(text)));
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
    throw new Error(
      `manifest.yml has parts that the local host does not model:\n${problems.join('\n')}`,
    );
  }
  const manifest = toAppManifest(parsed.output);
  refuseUnknownFunctions(manifest);
  refuseUnknownProperties(manifest);
  return manifest;
}

/** `${NAME}` is replaced from the process's environment, else by the variable's default. */
function substituteVariables(text: string): string {
  const declared = (parse(text) as Partial<ManifestFile>).environment?.variables ?? [];
  return text.replaceAll(/\$\{([A-Z0-9_]+)\}/g, (whole, name: string) => {
    const own = declared.find((one) => (typeof one === 'string' ? one : one.key) === name);
    const fallback = typeof own === 'object' ? own.default : undefined;
    return process.env[name] ?? fallback ?? whole;
  });
}

function toAppManifest(file: ManifestFile): AppManifest {
  const { modules, permissions } = file;
  const translations = file.translations;
  return {
    appId: appIdOf(file.app.id),
    functions: modules.function.map(({ key, handler, timeoutSeconds, runtime }) => ({
      key,
      handler,
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      memoryMb: runtime?.memoryMB ?? file.app.runtime.memoryMB,
    })),
    surfaces: [...surfacesOf(modules), ...modules['jira:workflowValidator'].flatMap(rulePages)],
    triggers: modules.trigger.map(toTrigger),
    schedules: modules.scheduledTrigger,
    consumers: modules.consumer,
    validators: modules['jira:workflowValidator'].map((rule) => ({
      key: rule.key,
      name: rule.name,
      description: rule.description,
      function: rule.function,
      projectTypes: rule.projectTypes ?? ['company-managed'],
    })),
    uninstallers: modules.preUninstall,
    resources: file.resources.map(({ key, path, entry }) => ({ key, path, entries: entry })),
    entityProperties: modules['jira:entityProperty'].map((property) => ({
      ...property,
      values: property.values.map(({ path, type, searchAlias }) => ({
        path,
        type,
        ...(searchAlias === undefined ? {} : { searchAlias }),
      })),
    })),
    globalPermissions: modules['jira:globalPermission'],
    storageEntities: entitiesOf(file.app.storage?.entities ?? []),
    scopes: Array.isArray(permissions.scopes)
      ? permissions.scopes
      : Object.keys(permissions.scopes ?? {}),
    egress: permissions.external?.fetch.backend ?? [],
    hasSql: modules.sql.length > 0,
    ...(translations === undefined
      ? {}
      : {
          translations: {
            resources: translations.resources,
            fallback: translations.fallback.default,
          },
        }),
  };
}

function appIdOf(ari: string): string {
  const id = APP_ID.exec(ari)?.[1];
  if (id === undefined) throw new Error(`manifest.yml: app.id is no app ARI: ${ari}`);
  return id;
}

const SURFACE_TYPES = [
  'jira:issuePanel',
  'jira:issueContext',
  'jira:globalPage',
  'jira:projectPage',
  'jira:adminPage',
  'jira:dashboardGadget',
] as const;

type SurfaceEntry = ManifestFile['modules'][(typeof SURFACE_TYPES)[number]][number];

function surfacesOf(modules: ManifestFile['modules']): SurfaceModule[] {
  return SURFACE_TYPES.flatMap((type) =>
    modules[type].map((entry: SurfaceEntry) => toSurface(type, entry)),
  );
}

function toSurface(type: string, entry: SurfaceEntry): SurfaceModule {
  const surface: SurfaceModule = {
    type,
    key: entry.key,
    title: entry.title,
    resource: entry.resource,
  };
  if (entry.resolver !== undefined) surface.resolver = entry.resolver.function;
  if ('label' in entry) surface.label = entry.label;
  if ('status' in entry && entry.status !== undefined) surface.status = entry.status;
  if ('edit' in entry && entry.edit !== undefined) surface.editResource = entry.edit.resource;
  if ('viewportSize' in entry && entry.viewportSize !== undefined) {
    surface.viewportSize = entry.viewportSize;
  }
  if ('dynamicProperties' in entry && entry.dynamicProperties !== undefined) {
    surface.dynamicProperties = entry.dynamicProperties.function;
  }
  return surface;
}

type RuleEntry = ManifestFile['modules']['jira:workflowValidator'][number];

/** The pages on which a rule is configured in the workflow editor; none when the rule has none. */
function rulePages({ key, name, view, create, edit, resolver }: RuleEntry): SurfaceModule[] {
  if (!(view ?? create ?? edit)) return [];
  const surface: SurfaceModule = {
    type: 'jira:workflowValidator',
    key,
    title: name,
    resource: view?.resource ?? '',
  };
  if (create !== undefined) surface.createResource = create.resource;
  if (edit !== undefined) surface.editResource = edit.resource;
  if (resolver !== undefined) surface.resolver = resolver.function;
  return [surface];
}

function toTrigger(trigger: ManifestFile['modules']['trigger'][number]): TriggerModule {
  return {
    key: trigger.key,
    function: trigger.function,
    events: trigger.events.map((event) =>
      typeof event === 'string'
        ? { eventType: event, filter: toFilter(trigger.filter) }
        : { eventType: event.eventType, filter: toFilter(event.filter ?? trigger.filter) },
    ),
  };
}

type FilterEntry = NonNullable<ManifestFile['modules']['trigger'][number]['filter']>;

function toFilter(filter: FilterEntry | undefined): EventFilter {
  const { ignoreSelf = false, onError = 'IGNORE_AND_LOG', expression } = filter ?? {};
  if (expression === undefined) return { ignoreSelf, onError };
  parseFilter(expression);
  return { ignoreSelf, onError, expression };
}

type RawIndex = string | { name: string; partition?: string[]; range?: string[] };

function entitiesOf(entities: Record<string, unknown>[]): AppManifest['storageEntities'] {
  return entities.map((entity) => ({
    name: String(entity.name),
    indexes: ((entity.indexes ?? []) as RawIndex[]).map((index) =>
      typeof index === 'string'
        ? { name: index, partition: [], range: [index] }
        : { name: index.name, partition: index.partition ?? [], range: index.range ?? [] },
    ),
  }));
}

function refuseUnknownFunctions(manifest: AppManifest): void {
  const known = new Set(manifest.functions.map(({ key }) => key));
  const used = [
    ...manifest.surfaces.flatMap(({ resolver, dynamicProperties }) => [
      resolver,
      dynamicProperties,
    ]),
    ...[
      ...manifest.triggers,
      ...manifest.schedules,
      ...manifest.consumers,
      ...manifest.validators,
      ...manifest.uninstallers,
    ].map((module) => module.function),
  ];
  const missing = used.filter((key) => key !== undefined && !known.has(key));
  if (missing.length > 0) throw new Error(`manifest.yml: no such function: ${missing.join(', ')}`);
}

/** Forge analyses filters when an app is deployed, not when the first event comes. */
function refuseUnknownProperties({ triggers }: AppManifest): void {
  const filters = triggers.flatMap(({ events }) => events.flatMap(({ filter }) => filter));
  const expressions = new Set(filters.flatMap(({ expression }) => expression ?? []));
  const problems = propertyProblems([...expressions].map(parseFilter));
  if (problems.length > 0) throw new Error(`manifest.yml: ${problems.join('; ')}`);
}
