import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { HolidayPreview } from '../../../../src/contract/holidays';
import { announceDone } from '../../bridge/flags';
import { dateText, weekdayOf } from '../../i18n/moments';
import { TableFrame } from '../../ui/table-frame';
import { useTexts, useViewer } from '../../ui/viewer';
import { addHolidays, type HolidayPlaces, isKnownDay } from '../policies/policy-holidays';
import type { HolidayForm } from './holiday-form';
import { HolidayTargetFields } from './holiday-target';
import { type Chosen, NEW_SET, targetOf } from './holiday-target-of';

type Props = {
  found: HolidayPreview;
  form: HolidayForm;
  target: HolidayPlaces | null;
  text: string;
  write: (text: string) => void;
};

/** What was found and what could not be read, and where the days shall go. */
export function HolidayDays({ found, form, target: places, text, write }: Props) {
  const { calendar } = useTexts();
  const name = form.source === 'ics' ? 'public' : form.region || form.state || form.country;
  const [chosen, choose] = useState<Chosen>({
    ...{ place: NEW_SET, setName: name.toLowerCase(), calendars: null },
  });
  const [addedCount, setAdded] = useState<number | null>(null);
  const target = places === null ? null : targetOf(chosen, places);
  const isKnown = (date: string) =>
    places !== null && target !== null && isKnownDay(places, target, date);
  const missing = found.days.filter(({ date }) => !isKnown(date));
  const put = () => {
    if (target === null) return;
    const { text: next, added } = addHolidays(text, found.days, target);
    write(next);
    setAdded(added);
    announceDone(calendar.added(added));
  };
  return (
    <>
      <Problems found={found} />
      {found.days.length === 0 ? (
        <p role="status">{calendar.nothingFound}</p>
      ) : (
        <>
          <DayTable found={found} isKnown={isKnown} />
          {places !== null && (
            <>
              <HolidayTargetFields places={places} chosen={chosen} choose={choose} />
              <div className="row">
                <Button appearance="primary" isDisabled={target === null} onClick={put}>
                  {calendar.put(missing.length)}
                </Button>
                {addedCount !== null && missing.length === 0 && (
                  <span role="status">{calendar.undo}</span>
                )}
              </div>
            </>
          )}
        </>
      )}
    </>
  );
}

function Problems({ found }: { found: HolidayPreview }) {
  const { calendar } = useTexts();
  if (found.problems.length === 0) return null;
  return (
    <div className="notice notice-warning" role="alert">
      <p>{calendar.problems}</p>
      <ul>
        {found.problems.map(({ line, fault, text }) => (
          <li key={`${line} ${fault}`}>
            {calendar.problem(line, calendar.faults[fault])} <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function DayTable({
  found,
  isKnown,
}: {
  found: HolidayPreview;
  isKnown: (date: string) => boolean;
}) {
  const viewer = useViewer();
  const { calendar } = viewer.texts;
  const label = calendar.found(found.days.length);
  return (
    <div className="holiday-days">
      <TableFrame label={label}>
        <thead>
          <tr>
            <th scope="col">{calendar.columns.date}</th>
            <th scope="col">{calendar.columns.weekday}</th>
            <th scope="col">{calendar.columns.name}</th>
            <th scope="col">{calendar.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {found.days.map(({ date, name }) => (
            <tr key={date}>
              <th scope="row" className="nowrap">
                {date.length === 5 ? `${date} ` : dateText(date, 0, viewer)}
              </th>
              <td>{date.length === 5 ? calendar.everyYear : weekdayOf(date, viewer)}</td>
              <td className="table-wide-cell">
                <bdi>{name}</bdi>
              </td>
              <td>
                {isKnown(date) ? <span className="subtle">{calendar.known}</span> : calendar.fresh}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </div>
  );
}
