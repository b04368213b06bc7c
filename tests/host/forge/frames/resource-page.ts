import { join } from 'node:path';
import type { AppManifest } from '../manifest/app-manifest';

/** A page of a static resource: `ui/panel` is the entry `panel` of the resource `ui`. */
export type ResourcePage = { folder: string; file: string };

export function resourcePage(
  appDir: string,
  manifest: AppManifest,
  reference: string,
): ResourcePage {
  const [key = '', entry] = reference.split('/');
  const resource = manifest.resources.find((one) => one.key === key);
  const file = entry === undefined ? 'index.html' : resource?.entries[entry];
  if (resource === undefined || file === undefined) {
    throw new Error(`manifest.yml has no resource ${reference}`);
  }
  return { folder: join(appDir, resource.path), file };
}
