import { readFileSync } from 'node:fs';
import type { HolidayProblem } from '../../contract/holidays';
import { countryHolidays } from '../../usecases/holidays/country-holidays';
import { readIcs } from '../../usecases/holidays/read-ics';

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
  const { days, problems } = readIcs(readFileSync(source, 'utf8'), years);
  for (const { line, fault, text } of problems) {
    console.error(`${source}:${line}: ${FAULTS[fault]}: ${text}`);
  }
  if (days.length === 0 && problems.length > 0) process.exitCode = 1;
  console.log(JSON.stringify(days, null, 2));
}

const FAULTS: Readonly<Record<HolidayProblem['fault'], string>> = {
  noCalendar: 'no iCalendar file, which begins with BEGIN:VCALENDAR',
  notALine: 'not a line of an iCalendar file, left out',
  notClosed: 'has no END, nothing is read from here on',
  noDate: 'event without a date, left out',
  badDate: 'no date like 20261231, left out',
  badRule: 'event that cannot be read, left out',
};

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
