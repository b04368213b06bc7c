import type { Answer } from '../../contract/answer';
import type { HolidayPreview, HolidayRequest } from '../../contract/holidays';
import type { UserEnv } from '../env';
import { done, refuseInput, textsFor } from '../problem';
import { countryHolidays } from './country-holidays';
import { readIcs } from './read-ics';

/**
 * The days that would be put into a contract, from a country's holidays or an .ics file. Saves
 * nothing and asks nobody. Whoever calls has checked the rights.
 */
export async function previewHolidays(
  env: UserEnv,
  request: HolidayRequest,
): Promise<Answer<HolidayPreview>> {
  if (request.source === 'ics') return done(readIcs(request.text, request));
  try {
    const days = await countryHolidays(request.place, request, env.viewer.locale);
    return done({ days, problems: [] });
  } catch {
    const text = textsFor(env).noHolidaysOf(request.place);
    return refuseInput(text, { place: text });
  }
}
