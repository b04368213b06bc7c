import { readFileSync } from 'node:fs';
import { countryHolidays } from './country-holidays';
import { readIcs } from './read-ics';

/**
 * `npm run holidays -- DE-BY 2026 2027` or `npm run holidays -- holidays.ics 2026 2027`: prints a
 * calendar's `holidays` as JSON, to be put into a policy file.
 */
async function main([source, from, to = from]: readonly string[]): Promise<void> {
  const years = { from: Number(from), to: Number(to) };
  if (source === undefined || !(years.from <= years.to)) {
    throw new Error('usage: npm run holidays -- <country or file.ics> <first year> [last year]');
  }
  if (!source.endsWith('.ics')) {
    console.log(JSON.stringify(await countryHolidays(source, years), null, 2));
    return;
  }
  const { holidays, problems } = readIcs(readFileSync(source, 'utf8'), years);
  for (const problem of problems) console.error(problem);
  console.log(JSON.stringify(holidays, null, 2));
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
