/** A country, one of its states or of its regions, by the code that asks for its holidays. */
export type HolidayPlace = {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly HolidayPlace[];
};

/** Where days come from, and for which years they are written out. */
export type HolidayRequest = {
  from: number;
  to: number;
} & (
  | {
      source: 'country';
      /** `DE`, `DE-BY` or `DE-BY-EVANG`. */
      place: string;
    }
  | {
      source: 'ics';
      /** The file's text. */
      text: string;
    }
);

export type HolidayPreview = {
  /** In order; `date` is `YYYY-MM-DD`, or `MM-DD` of what comes every year. */
  readonly days: readonly { readonly date: string; readonly name?: string }[];
  readonly problems: readonly HolidayProblem[];
};

/** What of an .ics file could not be read, and where it stands. */
export type HolidayProblem = {
  /** Of the file, from 1. */
  readonly line: number;
  readonly fault: 'noCalendar' | 'notALine' | 'notClosed' | 'noDate' | 'badDate' | 'badRule';
  /** The line or the event's name. */
  readonly text: string;
};
