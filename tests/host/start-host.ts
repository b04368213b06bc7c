import { buildFunctions } from './build/build-functions';
import { createHostClock } from './clock';
import { createForge } from './forge/create-forge';
import { readManifest } from './forge/manifest/read-manifest';
import type { Host, HostOptions } from './host';
import { createHost } from './host-of-parts';
import { createJira } from './jira/jira';
import { loadCompany } from './load-company';
import { repoRoot } from './repo-root';
import { startServers } from './server/start-servers';
import { openDatabase } from './tools/open-database';

/** Starts the local Jira with the app installed. Stop it with host.stop(). */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const { say = () => undefined, appDir = repoRoot(), port = 0 } = options;
  const clock = createHostClock(options.at === undefined ? 0 : options.at.getTime() - Date.now());
  const manifest = readManifest(appDir);
  const functionsDir = options.functionsDir ?? (await buildFunctions(appDir, manifest));
  say('starting the database');
  const database = await openDatabase(say);
  try {
    const jira = createJira({ clock });
    say('filling Jira');
    await loadCompany(jira, manifest, options);
    say('installing the app');
    const { address } = database;
    const forge = await createForge({
      appDir,
      functionsDir,
      manifest,
      jira,
      clock,
      database: address,
    });
    const servers = await startServers({ jira, forge, clock, functionsDir }, port);
    return createHost({ jira, forge, clock, servers, database });
  } catch (error) {
    await database.stop();
    throw error;
  }
}
