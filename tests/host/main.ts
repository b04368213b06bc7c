/** `npm start`: builds the app, starts the local Jira with it, and says what to try. */
import { buildAll } from './build/build-all';
import { setUpDemo } from './company/set-up-app';
import { readOptions } from './main-options';
import { startHost } from './start-host';

async function main(): Promise<void> {
  const started = Date.now();
  const options = readOptions(process.argv.slice(2));
  console.log('building the app and the shell');
  await buildAll();
  const host = await startHost({ ...options, say: (line) => console.log(line) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void host.stop().then(() => process.exit(0));
    });
  }
  if (options.importFile === undefined) {
    console.log('setting the app up for the demo company');
    await setUpDemo(host);
  }
  console.log(`ready after ${Math.round((Date.now() - started) / 1000)} s: ${host.url}`);
  for (const line of options.importFile === undefined ? THINGS_TO_TRY : THINGS_TO_TRY_WITH_IMPORT) {
    console.log(`  - ${line}`);
  }
  console.log('Ctrl-C stops it; all data are thrown away then.');
}

const THINGS_TO_TRY = [
  'Apps > TAM: open a client project and see its epics by department',
  'a board: drag a card whose blocker is still open, and read why it comes back',
  'Dashboards: the SLA report of a client project; then move the clock at the top and look again',
];

const THINGS_TO_TRY_WITH_IMPORT = [
  'Projects: the imported boards and issues',
  'an issue: its panel with the SLA clocks',
  'Dashboards: the SLA report over the imported history',
];

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
