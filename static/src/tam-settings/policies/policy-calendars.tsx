import { useMemo } from 'react';
import { durationText } from '../../i18n/duration';
import { dateInFull, weekdayText } from '../../i18n/moments';
import { useViewer } from '../../ui/viewer';
import { type CalendarFacts, calendarFacts, type OpenDay } from './calendar-facts';
import './policy-calendars.css';

/** What the calendars of a policy file mean: hours, holidays, and the next two weeks day by day. */
export function PolicyCalendars({ text }: { text: string }) {
  const { texts } = useViewer();
  const calendars = useMemo(() => calendarFacts(text, Date.now()), [text]);
  if (calendars === null || calendars.length === 0) return null;
  return (
    <details>
      <summary className="small">{texts.calendar.calendars(calendars.length)}</summary>
      <div className="stack">
        {calendars.map((calendar) => (
          <Calendar key={calendar.key} calendar={calendar} />
        ))}
      </div>
    </details>
  );
}

function Calendar({ calendar }: { calendar: CalendarFacts }) {
  const viewer = useViewer();
  const { calendar: texts } = viewer.texts;
  const { name, timeZone, weekMs, holidayCount, nextHolidays, days } = calendar;
  return (
    <section className="stack stack-tight" aria-label={texts.calendarOf(name)}>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span className="subtle">
          {timeZone}, {texts.week(durationText(weekMs, viewer.language))},{' '}
          {texts.holidays(holidayCount)}
        </span>
      </p>
      {nextHolidays.length > 0 && (
        <p className="small">
          {texts.next}{' '}
          {nextHolidays.map((day, index) => (
            <span key={day.date}>
              {index > 0 && ', '}
              <time className="nowrap" dateTime={day.date} title={dateInFull(day.date, viewer)}>
                {weekdayText(day.date, Date.now(), viewer)}
              </time>{' '}
              {day.name && <bdi>{day.name}</bdi>}
            </span>
          ))}
        </p>
      )}
      <ol className="calendar-days" aria-label={texts.days(name)}>
        {days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </ol>
    </section>
  );
}

function Day({ day }: { day: OpenDay }) {
  const viewer = useViewer();
  const { calendar: texts } = viewer.texts;
  const isAllDay = day.hours.length === 1 && day.hours[0] === '00:00–24:00';
  const closed = day.holiday === null ? texts.closed : day.holiday || texts.holiday;
  return (
    <li className={day.hours.length === 0 ? 'calendar-day calendar-day-closed' : 'calendar-day'}>
      <time className="subtle" dateTime={day.date}>
        {weekdayText(day.date, Date.now(), viewer)}
      </time>
      {day.hours.length === 0 && <span>{closed}</span>}
      {isAllDay ? (
        <span>{texts.allDay}</span>
      ) : (
        day.hours.map((hours) => <span key={hours}>{hours}</span>)
      )}
    </li>
  );
}
