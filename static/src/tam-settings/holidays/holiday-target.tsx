import { SelectField, TextField } from '../../ui/inputs';
import { useTexts } from '../../ui/viewer';
import type { HolidayPlaces } from '../policies/policy-holidays';
import { type Chosen, NEW_SET, takersOf } from './holiday-target-of';

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
