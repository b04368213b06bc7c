import { useState } from 'react';
import { SelectField, TextField } from '../ui/inputs';
import { useTexts } from '../ui/viewer';
import type { HolidayPlaces, HolidayTarget } from './policy-holidays';

/** What is chosen: a shared set that is there, a new one, or one calendar; as a select holds it. */
export type Chosen = {
  readonly place: string;
  readonly setName: string;
  readonly calendars: readonly string[] | null;
};

const NEW_SET = 'new';

export function useTarget(setName: string) {
  return useState<Chosen>({ place: NEW_SET, setName, calendars: null });
}

/** Null while the new set has no name. All calendars take a set unless somebody chose some. */
export function targetOf(chosen: Chosen, places: HolidayPlaces): HolidayTarget | null {
  const [kind, ...rest] = chosen.place.split(' ');
  const named = rest.join(' ');
  if (kind === 'calendar') return { kind: 'calendar', key: named };
  const name = kind === 'set' ? named : chosen.setName.trim();
  if (name === '') return null;
  return { kind: 'set', name, calendars: takersOf(chosen, places) };
}

function takersOf({ calendars }: Chosen, places: HolidayPlaces): readonly string[] {
  return calendars ?? places.calendars.map(({ key }) => key);
}

type Props = { places: HolidayPlaces; chosen: Chosen; choose: (chosen: Chosen) => void };

/** Into a shared set, with the calendars that take it, or into one calendar. */
export function HolidayTargetFields({ places, chosen, choose }: Props) {
  const { calendar, shared } = useTexts();
  const isSet = !chosen.place.startsWith('calendar ');
  const takers = takersOf(chosen, places);
  const toggle = (key: string) =>
    choose({
      ...chosen,
      calendars: takers.includes(key) ? takers.filter((it) => it !== key) : [...takers, key],
    });
  return (
    <>
      <div className="form-row">
        <SelectField
          label={calendar.into}
          value={chosen.place}
          onChange={(place) => choose({ ...chosen, place })}
          options={[
            { value: NEW_SET, label: calendar.newSet },
            ...places.sets.map(({ name }) => ({ value: `set ${name}`, label: calendar.set(name) })),
            ...places.calendars.map(({ key, name }) => ({
              value: `calendar ${key}`,
              label: calendar.only(name),
            })),
          ]}
        />
        {chosen.place === NEW_SET && (
          <TextField
            label={calendar.setName}
            value={chosen.setName}
            maxLength={64}
            onChange={(setName) => choose({ ...chosen, setName })}
            error={chosen.setName.trim() === '' ? shared.required : undefined}
          />
        )}
      </div>
      {isSet && (
        <fieldset className="stack stack-tight">
          <legend className="field-label">{calendar.takers}</legend>
          {places.calendars.map(({ key, name }) => (
            <label key={key} className="field-choice">
              <input type="checkbox" checked={takers.includes(key)} onChange={() => toggle(key)} />
              <bdi>{name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
