/** Adds up what the two test commands counted; a command that left no count has failed. */
const { existsSync, readFileSync } = require('node:fs');

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
const tallies = [read('.tmp/tests.json'), read('.tmp/forge-tools.json')].map(
  (tally) => tally ?? { passed: 0, failed: 1, skipped: [] },
);
const sum = (pick) => tallies.reduce((total, tally) => total + pick(tally), 0);
const skipped = tallies.flatMap((tally) => tally.skipped);
const failed = sum((tally) => tally.failed);

for (const name of skipped) console.log(`skipped: ${name}`);
console.log(`${sum((t) => t.passed)} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
