/**
 * `npm run check`: format, lint and layers by Biome, then the types of every part under both
 * compilers.
 */
import { spawnSync } from 'node:child_process';

const projects = ['tsconfig.json', 'static', 'tests', 'tests/host/shell'];
const compilers = ['typescript', 'typescript-5.9'];

const commands: string[][] = [
  ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
  ...compilers.flatMap((compiler) =>
    projects.map((project) => [`node_modules/${compiler}/bin/tsc`, '--noEmit', '-p', project]),
  ),
];

const failures = commands.filter((command) => {
  console.log(`> ${command.join(' ')}`);
  return spawnSync(process.execPath, command, { stdio: 'inherit' }).status !== 0;
});
console.log(failures.length === 0 ? 'check: all good' : `check: ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
