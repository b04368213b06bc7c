/** `npm start`: builds the app, starts the local Jira with it, and says what to try. */
import { buildAll } from './build/build-all';
import { networkForm, saveHandOvers } from './company/hand-over-form';
import { setUpDemo } from './company/set-up-demo';
import type { Host } from './host';
import { setUpImport } from './import/set-up-import';
import { readOptions } from './main-options';
import { expectFreePorts } from './server/free-ports';
import { startHost } from './start-host';

async function main(): Promise<void> {
  const started = Date.now();
  const options = readOptions(process.argv.slice(2));
  await expectFreePorts(options.port);
  console.log('building the app and the shell');
  await buildAll();
  const host = await startHost({ ...options, say: (line) => console.log(line) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void host.stop().then(() => process.exit(0));
    });
  }
  const things = await (options.importFile === undefined ? readyDemo(host) : readyImport(host));
  console.log(`ready after ${Math.round((Date.now() - started) / 1000)} s: ${host.url}`);
  for (const line of things) console.log(`  - ${line}`);
  console.log('Ctrl-C stops it; all data are thrown away then.');
}

/** Sets the app up for the demo company and answers three things to try. */
async function readyDemo(host: Host): Promise<string[]> {
  console.log('setting the app up for the demo company');
  const { waiting, blocker } = await setUpDemo(host);
  // Asked for in the panel; no rule stands on the end of work, so nothing is refused.
  await saveHandOvers(host, [{ ...networkForm, gatesFinish: false }]);
  const netEpic = keyOf(host, 'ACME web shop: VLANs and public addresses');
  return [
    `as Ivan Petrov: Apps > Client projects > Create client project ACME; then open ${netEpic} and link it in its TAM panel`,
    `as Oleg Sidorov: on the Virtualisation board drag ${waiting} to In Progress: refused, it waits for ${blocker} of Network`,
    'as Marina Volkova: Dashboards > Client SLA: the SLA report of BETA; move the clock in the bar at the bottom and look again',
  ];
}

async function readyImport(host: Host): Promise<string[]> {
  console.log('setting the app up for the imported issues');
  const { dashboardId, newestIssueKey } = await setUpImport(host, (line) => console.log(line));
  return [
    'Projects: the board of each imported project',
    `${host.url}/browse/${newestIssueKey}: an issue with its SLA clocks in the TAM panel`,
    `${host.url}/dashboard/${dashboardId}: the SLA report over the imported history; its Edit offers other periods`,
  ];
}

function keyOf(host: Host, summary: string): string {
  const all = [...host.jira.state.issues.values()];
  return all.find((issue) => issue.summary === summary)?.key ?? '';
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
