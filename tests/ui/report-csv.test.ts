import Papa from 'papaparse';
import type { ReportRow } from '../../src/contract/sla-report';
import { hoursAndMinutes, reportCsv } from '../../static/src/sla-report/report-csv';

const HOUR = 3_600_000;

const row = (changes: Partial<ReportRow> = {}): ReportRow => ({
  ...{ issueKey: 'SUP-1', summary: 'Mail is down', clock: 'resolution', cycle: 1 },
  ...{ department: 'Support', priority: 'High', firstPriority: 'Low', state: 'breached' },
  startedAt: '2026-11-23T10:00:00.000+03:00',
  stoppedAt: '2026-11-23T15:30:00.000+03:00',
  dueAt: '2026-11-23T14:00:00.000+03:00',
  breachedAt: '2026-11-23T14:00:00.000+03:00',
  ...{
    elapsedMs: 5.5 * HOUR,
    beforeChangeMs: HOUR,
    pausedMs: HOUR / 2,
    targetMs: 4 * HOUR,
    extendedMs: 0,
  },
  ...{ goalChangedLate: false, policy: 'gold v3', reason: null },
  computedAt: '2026-11-23T15:30:00.000+03:00',
  ...changes,
});

/** What a reader of CSV finds in the first row. */
function readBack(changes: Partial<ReportRow> = {}): Record<string, string> {
  const { data, errors } = Papa.parse<Record<string, string>>(reportCsv([row(changes)], 'utf8'), {
    ...{ header: true, skipEmptyLines: true },
  });
  expect(errors).toEqual([]);
  return data[0] ?? {};
}

describe('reportCsv', () => {
  it.each(['=1+1', '+7 495', '-2', '@SUM(A1)', '\tx', '\rx', '=1\nnext line'])(
    'defuses a cell that begins with a sign of formulas: %j',
    (summary) => {
      expect(readBack({ summary }).summary).toBe(`'${summary}`);
    },
  );

  it.each(['a=1', '1-2', 'me@acme.example', ' =1'])('leaves %j as it is', (summary) => {
    expect(readBack({ summary }).summary).toBe(summary);
  });

  it('keeps quotes, commas and line breaks within their cell', () => {
    const reason = 'Test, "of ours"\nsecond line';
    expect(readBack({ reason }).reason).toBe(reason);
  });

  it('begins with the mark of UTF-8 only where it is asked for', () => {
    expect(reportCsv([], 'utf8WithMark').charCodeAt(0)).toBe(0xfeff);
    expect(reportCsv([], 'utf8').startsWith('issue,summary,clock')).toBe(true);
    expect(Buffer.from(reportCsv([], 'utf8WithMark')).subarray(0, 3).toString('hex')).toBe(
      'efbbbf',
    );
  });

  it('writes durations in seconds and in hours and minutes', () => {
    expect(readBack()).toMatchObject({
      ...{ elapsedSeconds: '19800', elapsed: '05:30', pausedSeconds: '1800', paused: '00:30' },
      ...{ beforeChangeSeconds: '3600', beforeChange: '01:00' },
      ...{ targetSeconds: '14400', target: '04:00', overSeconds: '5400', over: '01:30' },
    });
  });

  it('leaves cells empty where there is no target, which is not zero', () => {
    expect(readBack({ targetMs: null, state: 'noTarget', dueAt: null })).toMatchObject({
      ...{ targetSeconds: '', target: '', overSeconds: '', over: '', dueAt: '' },
    });
  });

  it('writes instants in ISO with the offset of the zone', () => {
    expect(readBack().startedAt).toBe('2026-11-23T10:00:00.000+03:00');
  });

  it('has one line per row, ended as RFC 4180 says', () => {
    const lines = reportCsv([row(), row()], 'utf8').split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('');
  });
});

describe('hoursAndMinutes', () => {
  it('does not stop at a day, and does not count a minute that has only begun', () => {
    expect([0, 59_999, 90 * 60_000, 125 * HOUR].map(hoursAndMinutes)).toEqual([
      ...['00:00', '00:00', '01:30', '125:00'],
    ]);
  });
});
