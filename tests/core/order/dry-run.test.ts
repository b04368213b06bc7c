import { dryRun } from '../../../src/core/order/past/dry-run';
import type { LinkWords, PastIssue } from '../../../src/core/order/past/past-links';
import { pastLinks } from '../../../src/core/order/past/past-links';
import type { HistoryEvent, IncidentHistory, StatusRef } from '../../../src/core/sla/judge/history';
import { at, rulesOf } from '../../builders/judged-order';

const HOUR = 3_600_000;
const BLOCKS: LinkWords = {
  ...{ typeId: '10000', typeName: 'Blocks' },
  ...{ inward: 'is blocked by', outward: 'blocks' },
};
const TODO: StatusRef = { id: '1', name: 'To do', category: 'new' };
const RUNNING: StatusRef = { id: '3', name: 'In progress', category: 'indeterminate' };
const DONE: StatusRef = { id: '5', name: 'Done', category: 'done' };

/** Days of November 2026, all times UTC: `on(23, 10)` is Monday 10:00. */
const on = (day: number, hour = 0) =>
  at(`2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`);

const moved = (when: ReturnType<typeof on>, from: StatusRef, to: StatusRef): HistoryEvent => ({
  ...{ kind: 'status', at: when, record: `${when}`, by: 'anna', byApp: false, from, to },
});
const linked = (
  when: ReturnType<typeof on>,
  otherKey: string,
  change: 'added' | 'removed' = 'added',
  words = 'is blocked by',
): HistoryEvent => ({
  ...{ kind: 'link', at: when, record: `${when}`, by: 'anna', byApp: false, change, otherKey },
  text: `This issue ${words} ${otherKey}`,
});

function past(
  key: string,
  events: readonly HistoryEvent[],
  blockedBy: readonly string[] = [],
  changes: Partial<IncidentHistory> = {},
): PastIssue {
  const none = { reporterId: null, resolvedAt: null };
  return {
    history: {
      ...{ issueId: `id-${key}`, key, projectId: key, projectKey: key.replace(/-.*/, '') },
      ...{ issueTypeAtCreation: { id: '1', name: 'Task' }, created: on(1), ...none },
      ...{ statusAtCreation: TODO, priorityAtCreation: null, resolutionAtCreation: null },
      events,
      ...changes,
    },
    links: blockedBy.map((otherKey) => ({ typeId: '10000', end: 'inward' as const, otherKey })),
  };
}

/** Started on Monday the 23rd at 10:00. */
const virt = (blockedBy: readonly string[] = ['NET-12'], more: readonly HistoryEvent[] = []) =>
  past('VIRT-7', [...more, moved(on(23, 10), TODO, RUNNING)], blockedBy);
const period = { from: on(20), to: on(30) };
const run = (issues: readonly PastIssue[], rules = rulesOf()) =>
  dryRun(issues, [BLOCKS], rules, period);

describe('dryRun', () => {
  it('finds a start over an open blocker, and how long it would have waited', () => {
    const network = past('NET-12', [
      moved(on(22, 10), TODO, RUNNING),
      moved(on(24, 10), RUNNING, DONE),
    ]);
    expect(run([network, virt()])).toEqual({
      ...period,
      starts: 2,
      linksOutside: 0,
      refused: [
        {
          ...{ issueId: 'id-VIRT-7', key: 'VIRT-7', at: on(23, 10), by: 'anna' },
          ...{ blockerKeys: ['NET-12'], freeAt: on(24, 10), waitMs: 24 * HOUR },
        },
      ],
      departments: [
        {
          ...{ projectKey: 'VIRT', starts: 1, refused: 1 },
          ...{ medianWaitMs: 24 * HOUR, totalWaitMs: 24 * HOUR },
        },
        { projectKey: 'NET', starts: 1, refused: 0, medianWaitMs: null, totalWaitMs: 0 },
      ],
    });
  });

  it('finds nothing where the blocker was done by then, even in the same instant', () => {
    const network = past('NET-12', [moved(on(23, 10), TODO, DONE)]);
    expect(run([network, virt()])).toMatchObject({ starts: 1, refused: [] });
  });

  it('finds nothing where the link came after the start', () => {
    const late = virt(['NET-12'], []);
    const events = [...late.history.events, linked(on(23, 11), 'NET-12')];
    const issue = { ...late, history: { ...late.history, events } };
    expect(run([past('NET-12', []), issue]).refused).toEqual([]);
  });

  it('counts a link that was removed since, until it was', () => {
    const issue = virt([], [linked(on(22), 'NET-12')]);
    const events = [...issue.history.events, linked(on(23, 16), 'NET-12', 'removed')];
    const removed = { ...issue, history: { ...issue.history, events } };
    expect(run([past('NET-12', []), removed]).refused).toMatchObject([
      { key: 'VIRT-7', freeAt: on(23, 16), waitMs: 6 * HOUR },
    ]);
  });

  it('knows a link from the blocker alone', () => {
    const network = past('NET-12', [linked(on(22), 'VIRT-7', 'added', 'blocks')]);
    const links = [{ typeId: '10000', end: 'outward' as const, otherKey: 'VIRT-7' }];
    expect(run([{ ...network, links }, virt([])]).refused).toHaveLength(1);
  });

  it('measures to the end of the period where it still would have to wait', () => {
    expect(run([past('NET-12', []), virt()]).refused).toMatchObject([
      { freeAt: null, waitMs: on(30) - on(23, 10) },
    ]);
  });

  it('waits for the last of two', () => {
    const network = past('NET-12', [moved(on(24), TODO, DONE)]);
    const unix = past('UNIX-3', [moved(on(25), TODO, DONE)]);
    expect(run([network, unix, virt(['NET-12', 'UNIX-3'])]).refused).toMatchObject([
      { blockerKeys: ['NET-12', 'UNIX-3'], freeAt: on(25) },
    ]);
  });

  it('waits for what was linked while it would have waited', () => {
    const issue = virt(['NET-12', 'UNIX-3']);
    const events = [...issue.history.events, linked(on(23, 20), 'UNIX-3')];
    const later = { ...issue, history: { ...issue.history, events } };
    const network = past('NET-12', [moved(on(24), TODO, DONE)]);
    const unix = past('UNIX-3', [moved(on(25), TODO, DONE)]);
    expect(run([network, unix, later]).refused).toMatchObject([
      { blockerKeys: ['NET-12'], freeAt: on(25) },
    ]);
  });

  it('D1: is free once what it waits for waits for it in turn', () => {
    const closing = past('UNIX-3', [linked(on(24), 'VIRT-7')], ['VIRT-7']);
    const network = past('NET-12', [], ['UNIX-3']);
    expect(run([network, closing, virt()]).refused).toMatchObject([
      { key: 'VIRT-7', blockerKeys: ['NET-12'], freeAt: on(24) },
    ]);
  });

  it('judges work at the end of a long chain by what stands right before it', () => {
    const keys = Array.from({ length: 300 }, (_, at) => `VIRT-${at + 1}`);
    const issues = keys.map((key, at) =>
      past(key, [moved(on(23, 10), TODO, RUNNING)], keys.slice(Math.max(0, at - 3), at)),
    );
    const { refused } = run(issues);
    expect(refused).toHaveLength(299);
    expect(refused.at(-1)?.blockerKeys).toEqual(['VIRT-297', 'VIRT-298', 'VIRT-299']);
  });

  it('D1: refuses no member of a circle', () => {
    const network = past('NET-12', [], ['VIRT-7']);
    expect(run([network, virt()]).refused).toEqual([]);
  });

  it('D23: takes categories from the department', () => {
    const rules = rulesOf({}, { statusMaps: { VIRT: { '3': 'todo' } } });
    expect(run([past('NET-12', []), virt()], rules)).toMatchObject({ starts: 0, refused: [] });
  });

  it('D38: adds the lag', () => {
    const rules = rulesOf({
      lags: [
        { fromProjectKey: null, toProjectKey: null, lag: { kind: 'workingTime', ms: 2 * HOUR } },
      ],
    });
    const network = past('NET-12', [moved(on(24, 10), TODO, DONE)]);
    expect(run([network, virt()], rules).refused).toMatchObject([{ freeAt: on(24, 12) }]);
  });

  it('looks only at the period', () => {
    const issues = [past('NET-12', []), virt()];
    const early = { from: on(1), to: on(23, 10) };
    expect(dryRun(issues, [BLOCKS], rulesOf(), early).starts).toBe(0);
  });

  it('counts links to issues that were not given, and judges without them', () => {
    expect(run([virt(['OLD-1'])])).toMatchObject({ starts: 1, refused: [], linksOutside: 1 });
  });
});

describe('pastLinks', () => {
  it('takes a link that nobody added as there from the beginning', () => {
    expect(pastLinks(virt(), [BLOCKS])).toEqual([
      { words: BLOCKS, end: 'inward', otherKey: 'NET-12', from: on(1), to: null },
    ]);
  });

  it('follows adding, removing and adding again', () => {
    const events = [
      linked(on(2), 'NET-12'),
      linked(on(3), 'NET-12', 'removed'),
      linked(on(4), 'NET-12'),
    ];
    const spans = pastLinks(past('VIRT-7', events, ['NET-12']), [BLOCKS]);
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      [on(4), null],
      [on(2), on(3)],
    ]);
  });

  it('ignores links of other types', () => {
    const events = [linked(on(2), 'NET-12', 'added', 'relates to')];
    expect(pastLinks(past('VIRT-7', events), [BLOCKS])).toEqual([]);
  });
});
