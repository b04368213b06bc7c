/** Started by a test and killed: a host that would never stop by itself. */
import { startFixture } from './start-fixture';

void startFixture().then(async (host) => {
  const rows = await host.forge.query('SELECT @@pid_file AS pidFile, @@datadir AS folder');
  process.stdout.write(`${JSON.stringify(rows[0])}\n`);
});
