import { readManifest } from '../forge/manifest/read-manifest';
import { repoRoot } from '../repo-root';
import { buildFunctions } from './build-functions';
import { buildShell, buildStatic } from './build-static';

/** Everything that the host serves: functions, Custom UI, shell. What is up to date is skipped. */
export async function buildAll(): Promise<void> {
  const appDir = repoRoot();
  await Promise.all([buildFunctions(appDir, readManifest(appDir)), buildStatic(), buildShell()]);
}

/** `npm run build` runs this file; tests and npm start import it. */
if (process.argv[1]?.endsWith('build-all.ts')) {
  buildAll().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
