import type { EntryPoint } from '../frames/frame';
import type { AppManifest, SurfaceModule } from './app-manifest';
import type { Translator } from './translate';

/** Where on the site the shell asks for the app's modules. */
export type Place = 'issue' | 'project' | 'global' | 'admin' | 'dashboard' | 'workflow';

export type ModuleListing = {
  key: string;
  type: string;
  title: string;
  hasEdit: boolean;
  /** Which pages it has; only rules of workflows have "create". */
  pages: EntryPoint[];
  viewportSize?: string;
};

const TYPES: Record<Place, readonly string[]> = {
  issue: ['jira:issuePanel', 'jira:issueContext'],
  project: ['jira:projectPage'],
  global: ['jira:globalPage'],
  admin: ['jira:adminPage'],
  dashboard: ['jira:dashboardGadget'],
  workflow: ['jira:workflowValidator'],
};

/** Which of the app's modules stand at a place, titled in the viewer's language. */
export function listModules(
  manifest: AppManifest,
  place: Place,
  translate: Translator,
): ModuleListing[] {
  return manifest.surfaces
    .filter((surface) => TYPES[place].includes(surface.type))
    .map((surface) => listing(surface, translate));
}

function listing(surface: SurfaceModule, translate: Translator): ModuleListing {
  return {
    key: surface.key,
    type: surface.type,
    title: translate(surface.title),
    hasEdit: surface.editResource !== undefined,
    pages: pagesOf(surface),
    ...(surface.viewportSize === undefined ? {} : { viewportSize: surface.viewportSize }),
  };
}

function pagesOf({ resource, createResource, editResource }: SurfaceModule): EntryPoint[] {
  return [
    ...(resource === '' ? [] : (['view'] as const)),
    ...(createResource === undefined ? [] : (['create'] as const)),
    ...(editResource === undefined ? [] : (['edit'] as const)),
  ];
}
