import type { HolidayPlaces, HolidayTarget } from '../policies/policy-holidays';

/** What is chosen: a shared set that is there, a new one, or one calendar; as a select holds it. */
export type Chosen = {
  readonly place: string;
  readonly setName: string;
  readonly calendars: readonly string[] | null;
};

/** What the select says of a set that is not there yet. */
export const NEW_SET = 'new';

/**
 * Null while the new set has no name. Unless somebody chose some, all calendars that close at all
 * take a set.
 */
export function targetOf(chosen: Chosen, places: HolidayPlaces): HolidayTarget | null {
  const [kind, ...rest] = chosen.place.split(' ');
  const named = rest.join(' ');
  if (kind === 'calendar') return { kind: 'calendar', key: named };
  const name = kind === 'set' ? named : chosen.setName.trim();
  if (name === '') return null;
  return { kind: 'set', name, calendars: takersOf(chosen, places) };
}

/** The calendars that take a shared set. */
export function takersOf({ calendars }: Chosen, places: HolidayPlaces): readonly string[] {
  return (
    calendars ?? places.calendars.flatMap(({ key, isAlwaysOpen }) => (isAlwaysOpen ? [] : [key]))
  );
}
