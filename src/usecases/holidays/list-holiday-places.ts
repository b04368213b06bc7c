import type { HolidayPlace } from '../../contract/holidays';
import { loadHolidays } from './load-holidays';

/** Every country whose public holidays are known, with its states and their regions. No I/O. */
export async function listHolidayPlaces(): Promise<readonly HolidayPlace[]> {
  const Holidays = await loadHolidays();
  const known = new Holidays();
  return placesOf(known.getCountries(), '', (country) =>
    placesOf(known.getStates(country), `${country}-`, (state) =>
      placesOf(known.getRegions(country, state), `${country}-${state}-`, () => []),
    ),
  );
}

function placesOf(
  names: Readonly<Record<string, string>> | undefined,
  prefix: string,
  partsOf: (key: string) => readonly HolidayPlace[],
): readonly HolidayPlace[] {
  return Object.entries(names ?? {})
    .map(([key, name]) => ({ code: `${prefix}${key}`, name, parts: partsOf(key) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
