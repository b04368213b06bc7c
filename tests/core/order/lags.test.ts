import { compileCalendar } from '../../../src/core/calendar/calendar';
import type { Lag } from '../../../src/core/order/policy/order-policy';
import type { Instant } from '../../../src/core/time';
import { MSK } from '../../builders/calendars';
import { anIssue, blockedBy, idOf, ordered } from '../../builders/issues';
import { ask, at, orderOf, policyOf, refusalIn, rulesOf, said } from '../../builders/judged-order';

const HOUR = 3_600_000;
/** Friday. */
const DONE_AT = at('2026-11-20T12:00:00+03:00');

const office = compileCalendar(MSK);
const calendarOf = (projectKey: string) => (projectKey === 'VIRT' ? office : null);

const issues = (categorySince: Instant | null = DONE_AT) =>
  ordered(
    [said('NET-12', { category: 'done', categorySince }), anIssue('VIRT-7')],
    [['NET-12', 'VIRT-7']],
  );
const twoDays: Lag = { kind: 'workingDays', days: 2 };
const lagged = (lag: Lag) =>
  rulesOf({ lags: [{ fromProjectKey: 'NET', toProjectKey: 'VIRT', lag }] });

describe('D38: a lag', () => {
  it('of two working days opens the gate on Tuesday at the same time', () => {
    const order = orderOf(issues(), lagged(twoDays), { calendarOf });
    const opens = at('2026-11-24T12:00:00+03:00');
    const refusal = refusalIn(ask(order, 'VIRT-7', 'inProgress', { now: (opens - 1) as Instant }));
    expect(refusal.blockers).toMatchObject([{ key: 'NET-12', why: { kind: 'lag', until: opens } }]);
    expect(refusal.opensAt).toBe(opens);
    expect(ask(order, 'VIRT-7', 'inProgress', { now: opens }).kind).toBe('allowed');
  });

  it('of nine working hours takes six on Friday and three on Monday', () => {
    const order = orderOf(issues(), lagged({ kind: 'workingTime', ms: 9 * HOUR }), { calendarOf });
    const refusal = refusalIn(ask(order, 'VIRT-7', 'inProgress', { now: DONE_AT }));
    expect(refusal.opensAt).toBe(at('2026-11-23T12:00:00+03:00'));
  });

  it('counts every hour where the department has no calendar', () => {
    const order = orderOf(issues(), lagged({ kind: 'workingTime', ms: 9 * HOUR }));
    const refusal = refusalIn(ask(order, 'VIRT-7', 'inProgress', { now: DONE_AT }));
    expect(refusal.opensAt).toBe(at('2026-11-20T21:00:00+03:00'));
  });

  it('of the link itself goes before that of the departments', () => {
    const lagOf = () => ({ kind: 'workingDays', days: 1 }) as const;
    const order = orderOf(issues(), lagged(twoDays), { calendarOf, lagOf });
    const refusal = refusalIn(ask(order, 'VIRT-7', 'inProgress', { now: DONE_AT }));
    expect(refusal.opensAt).toBe(at('2026-11-23T12:00:00+03:00'));
  });

  it('holds for the departments named, null for any', () => {
    const fromUnix = rulesOf({
      lags: [{ fromProjectKey: 'UNIX', toProjectKey: null, lag: twoDays }],
    });
    const fromAny = rulesOf({
      lags: [{ fromProjectKey: null, toProjectKey: 'VIRT', lag: twoDays }],
    });
    expect(ask(orderOf(issues(), fromUnix), 'VIRT-7', 'inProgress', { now: DONE_AT }).kind).toBe(
      'allowed',
    );
    expect(ask(orderOf(issues(), fromAny), 'VIRT-7', 'inProgress', { now: DONE_AT }).kind).toBe(
      'refused',
    );
  });

  it('opens never by itself while another blocker is open', () => {
    const more = issues().map((issue) =>
      issue.key === 'VIRT-7'
        ? { ...issue, links: [...issue.links, blockedBy(anIssue('UNIX-3'))] }
        : issue,
    );
    const order = orderOf(more, lagged(twoDays), { calendarOf });
    expect(refusalIn(ask(order, 'VIRT-7', 'inProgress', { now: DONE_AT })).opensAt).toBeNull();
  });

  it('is unknown where nothing says when the blocker was done: a warning, or a hold', () => {
    const warned = orderOf(issues(null), lagged(twoDays));
    expect(ask(warned, 'VIRT-7')).toMatchObject({
      kind: 'allowed',
      flags: [{ kind: 'unknownBlocker', blockerId: idOf('NET-12') }],
    });
    const lags = [{ fromProjectKey: null, toProjectKey: null, lag: twoDays }];
    const held = orderOf(issues(null), rulesOf({ lags, onUnknown: 'hold' }));
    expect(refusalIn(ask(held, 'VIRT-7')).blockers).toMatchObject([
      { why: { kind: 'unknown', because: 'noDoneDate' } },
    ]);
  });

  it('D52: of two policies the later time counts', () => {
    const by = (key: string, days: number) =>
      policyOf({
        key,
        lags: [{ fromProjectKey: null, toProjectKey: null, lag: { kind: 'workingDays', days } }],
      });
    const rules = rulesOf({}, { policies: [by('b', 1), by('c', 2)] });
    const order = orderOf(issues(), rules, { calendarOf });
    const refusal = refusalIn(ask(order, 'VIRT-7', 'inProgress', { now: DONE_AT }));
    expect(refusal.policyKey).toBe('c');
    expect(refusal.opensAt).toBe(at('2026-11-24T12:00:00+03:00'));
  });
});

describe('D39: a date before which nobody starts', () => {
  const window = at('2026-11-23T22:00:00+03:00');
  const notBefore = new Map([[idOf('VIRT-7'), window]]);
  const evening = at('2026-11-23T21:59:00+03:00');

  it('refuses until then, with no blocker to name', () => {
    const order = orderOf([anIssue('VIRT-7')], rulesOf(), { notBefore });
    const refusal = refusalIn(ask(order, 'VIRT-7', 'inProgress', { now: evening }));
    expect(refusal).toMatchObject({ blockers: [], notBefore: window, opensAt: window });
    expect(refusal.progress).toEqual({ done: 0, total: 0 });
    expect(ask(order, 'VIRT-7', 'inProgress', { now: window }).kind).toBe('allowed');
  });

  it('does not hold the finish', () => {
    const rules = rulesOf({ gates: { start: true, finish: true } });
    const order = orderOf([anIssue('VIRT-7')], rules, { notBefore });
    expect(ask(order, 'VIRT-7', 'done', { now: evening }).kind).toBe('allowed');
  });

  it('does not hold where no policy gates starts', () => {
    const rules = rulesOf({ gates: { start: false, finish: true } });
    const order = orderOf([anIssue('VIRT-7')], rules, { notBefore });
    expect(ask(order, 'VIRT-7', 'inProgress', { now: evening }).kind).toBe('allowed');
  });
});
