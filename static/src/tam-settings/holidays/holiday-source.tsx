import { type DragEvent, useState } from 'react';
import type { HolidayPlace, HolidayRequest } from '../../../../src/contract/holidays';
import { Field } from '../../ui/field';
import { SelectField, TextArea } from '../../ui/inputs';
import { useTexts, useViewer } from '../../ui/viewer';
import { type HolidayFault, type HolidayForm, LARGEST_ICS } from './holiday-form';

type Props = {
  places: readonly HolidayPlace[];
  form: HolidayForm;
  change: (changes: Partial<HolidayForm>) => void;
  fault: HolidayFault | null;
};

const sources: readonly HolidayRequest['source'][] = ['country', 'ics'];

/** Where the days come from: a country with its state and region, or a calendar file. */
export function HolidaySource({ places, form, change, fault }: Props) {
  const { calendar } = useTexts();
  return (
    <>
      <SelectField
        label={calendar.source}
        value={form.source}
        onChange={(value) =>
          change({ source: sources.find((source) => source === value) ?? 'country' })
        }
        options={sources.map((value) => ({ value, label: calendar.sources[value] }))}
      />
      {form.source === 'country' ? (
        <PlaceFields places={places} form={form} change={change} fault={fault} />
      ) : (
        <IcsField form={form} change={change} fault={fault} />
      )}
    </>
  );
}

function PlaceFields({ places, form, change, fault }: Props) {
  const { calendar } = useTexts();
  const countries = useCountryNames(places);
  const country = places.find(({ code }) => code === form.country);
  const state = country?.parts.find(({ code }) => code === form.state);
  const options = (parts: readonly HolidayPlace[]) =>
    parts.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="form-row">
      <SelectField
        label={calendar.country}
        hint={calendar.countryHint}
        value={form.country}
        onChange={(code) => change({ country: code, state: '', region: '' })}
        error={fault === 'place' ? calendar.noPlace : undefined}
        options={countries}
      />
      {country && country.parts.length > 0 && (
        <SelectField
          label={calendar.state}
          value={form.state}
          whenEmpty={calendar.wholeCountry}
          onChange={(code) => change({ state: code, region: '' })}
          options={options(country.parts)}
        />
      )}
      {state && state.parts.length > 0 && (
        <SelectField
          label={calendar.region}
          value={form.region}
          whenEmpty={calendar.wholeState}
          onChange={(code) => change({ region: code })}
          options={options(state.parts)}
        />
      )}
    </div>
  );
}

/** In the language of the reader, in its order; the library knows them in their own. */
function useCountryNames(places: readonly HolidayPlace[]) {
  const { language } = useViewer();
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return places
    .map(({ code, name }) => ({ value: code, label: names.of(code) ?? name }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

function IcsField({ form, change, fault }: Omit<Props, 'places'>) {
  const { calendar } = useTexts();
  const [isUnreadable, setUnreadable] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = file.size > LARGEST_ICS ? null : await file.text().catch(() => null);
    setUnreadable(text === null);
    if (text !== null) change({ ics: text });
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <Field label={calendar.file} error={isUnreadable ? calendar.badFile : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the file input above is the same without a mouse */}
      <div onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        <TextArea
          label={calendar.pasted}
          rows={5}
          value={form.ics}
          onChange={(ics) => change({ ics })}
          error={fault === 'ics' ? calendar.noIcs : undefined}
        />
      </div>
    </>
  );
}
