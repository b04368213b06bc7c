import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { AppManifest } from '../forge/manifest/app-manifest';
import { repoRoot } from '../repo-root';
import { stampOf } from './stamp';

const DAY_MS = 24 * 3_600_000;

/**
 * Bundles an app's handlers in the layout of Forge's own bundler: `<module>.cjs` per handler
 * module, the loader, the wrapper, runtime.json and the translations. Answers the folder. What
 * was built from the same files before is used again, so hosts may start side by side.
 */
export async function buildFunctions(appDir: string, manifest: AppManifest): Promise<string> {
  const root = repoRoot();
  const runtime = join(root, 'tests/host/forge/runtime/dist');
  const inputs = [
    join(appDir, 'src'),
    join(appDir, 'manifest.yml'),
    runtime,
    join(root, 'package-lock.json'),
  ];
  const out = join(root, 'tests/host/build/out');
  const finished = join(out, `functions-${stampOf(inputs)}`);
  if (existsSync(finished)) return finished;
  mkdirSync(out, { recursive: true });
  removeOld(out);
  const draft = mkdtempSync(join(out, 'draft-'));
  try {
    await bundle(appDir, manifest, draft);
    copyFileSync(join(runtime, 'loader.js'), join(draft, '__forge__.cjs'));
    copyFileSync(join(runtime, 'wrapper.js'), join(draft, '__forge_wrapper__.cjs'));
    writeFileSync(join(draft, 'runtime.json'), JSON.stringify({ version: 'local' }));
    writeTranslations(appDir, manifest, join(draft, '__LOCALES__'));
    publish(draft, finished);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return finished;
}

async function bundle(appDir: string, manifest: AppManifest, outdir: string): Promise<void> {
  const modules = new Set(manifest.functions.map(({ handler }) => handler.replace(/\.[^.]+$/, '')));
  await build({
    entryPoints: [...modules].map((module) => join(appDir, 'src', `${module}.ts`)),
    outbase: join(appDir, 'src'),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'error',
  });
}

/** As Forge packs them: one file per locale and i18n-info.json with the fallback rules. */
function writeTranslations(appDir: string, manifest: AppManifest, folder: string): void {
  const { translations } = manifest;
  if (translations === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const { key, path } of translations.resources) {
    cpSync(join(appDir, path), join(folder, `${key}.json`));
  }
  const config = {
    locales: translations.resources.map(({ key }) => key),
    fallback: { default: translations.fallback },
  };
  writeFileSync(join(folder, 'i18n-info.json'), JSON.stringify({ config }));
}

/** Yesterday's bundles: no running host still needs them. */
function removeOld(out: string): void {
  for (const name of readdirSync(out)) {
    const age = Date.now() - (statSync(join(out, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > DAY_MS) rmSync(join(out, name), { recursive: true, force: true });
  }
}

/** Another process may have been faster with the same bundle: then its folder stands. */
function publish(draft: string, finished: string): void {
  try {
    renameSync(draft, finished);
  } catch (error) {
    if (!existsSync(finished)) throw error;
  }
}
