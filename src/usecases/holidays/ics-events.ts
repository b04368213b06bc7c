import type { HolidayProblem } from '../../contract/holidays';

/** A VEVENT of a file, as it stands there. */
export type IcsEvent = {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly name: string;
  /** Its lines from BEGIN to END, unfolded. */
  readonly lines: readonly string[];
};

type Line = { readonly line: number; readonly text: string };
type Open = Line & { readonly lines: string[] };

/**
 * The events of an iCalendar file (RFC 5545) that can be read one by one, and what is wrong with
 * the others and with the file, each with its line. A line that says nothing is left out of its
 * event; an event without a date that exists is left out altogether.
 *
 * `BEGIN:VEVENT` on line 3 and `DTSTART;VALUE=DATE:20261350` on line 4 answer no event and the
 * problem `{ line: 4, fault: 'badDate', text: '20261350' }`.
 */
export function listIcsEvents(text: string): {
  readonly events: readonly IcsEvent[];
  readonly problems: readonly HolidayProblem[];
} {
  const [first, ...lines] = unfold(text);
  if (first === undefined || !/^BEGIN:VCALENDAR$/i.test(first.text.trim())) {
    return { events: [], problems: [problem(first ?? { line: 1, text: '' }, 'noCalendar')] };
  }
  const events: IcsEvent[] = [];
  const problems: HolidayProblem[] = [];
  const open: Open[] = [{ ...first, lines: [] }];
  for (const line of lines) {
    const at = open.at(-1);
    const [, word = '', name = ''] = /^(BEGIN|END):(.*)$/i.exec(line.text.trim()) ?? [];
    if (word.toUpperCase() === 'BEGIN') {
      open.push({ ...line, lines: [line.text] });
    } else if (word.toUpperCase() === 'END') {
      open.pop();
      if (at === undefined || nameOf(at) !== name.toUpperCase()) {
        problems.push(problem(at ?? line, 'notClosed'));
        return { events, problems };
      }
      at.lines.push(line.text);
      if (nameOf(at) === 'VEVENT') takeEvent(at, events, problems);
      else open.at(-1)?.lines.push(...(nameOf(at) === 'VCALENDAR' ? [] : at.lines));
    } else if (/^[A-Za-z0-9-]+[;:]/.test(line.text)) {
      at?.lines.push(line.text);
    } else {
      problems.push(problem(line, 'notALine'));
    }
  }
  const left = open.at(-1);
  return {
    events,
    problems: left === undefined ? problems : [...problems, problem(left, 'notClosed')],
  };
}

function takeEvent({ line, lines }: Open, events: IcsEvent[], problems: HolidayProblem[]): void {
  const name = textOf(lines, 'SUMMARY') ?? '';
  const date = textOf(lines, 'DTSTART');
  if (date === undefined) problems.push({ line, fault: 'noDate', text: name });
  else if (!isDate(date)) {
    const offset = lines.findIndex((it) => /^DTSTART[;:]/i.test(it));
    problems.push({ line: line + offset, fault: 'badDate', text: date });
  } else events.push({ line, name, lines: lines.map(asDate) });
}

/** A day without `VALUE=DATE` is written often enough, and is no time of day. */
function asDate(line: string): string {
  return line.replace(/^(DTSTART|DTEND)(?:;TZID=[^:;]*)?:(\d{8})$/i, '$1;VALUE=DATE:$2');
}

function textOf(lines: readonly string[], property: string): string | undefined {
  const line = lines.find((it) => new RegExp(`^${property}[;:]`, 'i').test(it));
  return line?.slice(line.indexOf(':') + 1).trim();
}

/** `20261231` or `20261231T090000Z`, of a day that exists. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const read = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.getUTCDate() === Number(day);
}

/** A line that begins with a blank goes on with the one before it (RFC 5545, 3.1). */
function unfold(text: string): Line[] {
  const lines: { line: number; text: string }[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last !== undefined) last.text += raw.slice(1);
    else if (raw.trim() !== '') lines.push({ line: index + 1, text: raw });
  }
  return lines;
}

function nameOf({ text }: Line): string {
  return text.trim().slice('BEGIN:'.length).toUpperCase();
}

function problem({ line, text }: Line, fault: HolidayProblem['fault']): HolidayProblem {
  return { line, fault, text: text.trim().slice(0, 100) };
}
