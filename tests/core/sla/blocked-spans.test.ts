import {
  type BlockerLife,
  blockedSpans,
  blockerKeys,
  FOREVER,
  reopenings,
} from '../../../src/core/sla/judge/blocked-spans';
import type { HistoryEvent, StatusCategory } from '../../../src/core/sla/judge/history';
import type { Blocked } from '../../../src/core/sla/judge/judge-inputs';
import { incident, linkChange, moscow } from '../../builders/incident';

const WORDS = 'is blocked by';
const at = (time: string) => moscow(`2026-11-23T${time}`);
const added = (time: string, key: string) => linkChange(at(time), 'added', key);
const removed = (time: string, key: string) => linkChange(at(time), 'removed', key);

/** Created at 9:00, an hour before the incident. */
function life(
  key: string,
  by: string,
  ...changes: readonly (readonly [string, StatusCategory])[]
): BlockerLife {
  const statuses = changes.map(([time, category]) => ({ from: at(time), category }));
  return { keys: [key], by, statuses: [{ from: at('09:00'), category: 'new' }, ...statuses] };
}

/** `10:00-12:00 Network`, in Moscow. */
function shown(blocked: readonly Blocked[]): string[] {
  const time = (instant: number) =>
    instant === FOREVER ? '' : new Date(instant + 3 * 3_600_000).toISOString().slice(11, 16);
  return blocked.map(({ span, by }) => `${time(span.from)}-${time(span.to)} ${by}`);
}

const spans = (
  events: readonly HistoryEvent[],
  keysNow: readonly string[],
  ...lives: readonly BlockerLife[]
) => shown(blockedSpans(incident({ events }), { words: WORDS, keysNow }, lives));

describe('reopenings', () => {
  const reopened = (events: readonly HistoryEvent[], ...lives: readonly BlockerLife[]) => {
    const keysNow = lives.flatMap(({ keys }) => keys);
    return reopenings(incident({ events }), { words: WORDS, keysNow }, lives);
  };

  it('tells when a blocker was opened again, whose it is, and nothing of a first start', () => {
    const net = life('NET-12', 'Network', ['12:00', 'done'], ['13:00', 'indeterminate']);
    const virt = life('VIRT-3', 'Virtualization', ['12:00', 'indeterminate'], ['12:30', 'done']);
    const events = [added('11:00', 'NET-12'), added('11:00', 'VIRT-3')];
    expect(reopened(events, net, virt)).toEqual([
      { at: at('13:00'), key: 'NET-12', by: 'Network' },
    ]);
  });

  it('passes over what happened before the link', () => {
    const net = life('NET-12', 'Network', ['10:10', 'done'], ['10:20', 'new']);
    expect(reopened([added('11:00', 'NET-12')], net)).toEqual([]);
  });
});

// The incident is of Monday 2026-11-23, 10:00, Moscow.
describe('blockedSpans', () => {
  it('lasts from the link to when the blocker is done', () => {
    const net = life('NET-12', 'Network', ['10:30', 'indeterminate'], ['12:00', 'done']);
    expect(spans([added('11:00', 'NET-12')], ['NET-12'], net)).toEqual(['11:00-12:00 Network']);
  });

  it('begins again when the blocker is reopened, and has no end while it is open', () => {
    const net = life('NET-12', 'Network', ['12:00', 'done'], ['13:00', 'indeterminate']);
    expect(spans([added('11:00', 'NET-12')], ['NET-12'], net)).toEqual([
      '11:00-12:00 Network',
      '13:00- Network',
    ]);
  });

  it('lasts on while a hand-over was returned, although the blocker is done', () => {
    const net = life('NET-12', 'Network', ['12:00', 'done']);
    const returned = [{ from: at('12:30'), to: at('14:00') }];
    expect(spans([added('11:00', 'NET-12')], ['NET-12'], { ...net, returned })).toEqual([
      '11:00-12:00 Network',
      '12:30-14:00 Network',
    ]);
  });

  it('counts no minute twice where a blocker was reopened after its hand-over was returned', () => {
    const net = life('NET-12', 'Network', ['12:00', 'done'], ['13:00', 'new'], ['15:00', 'done']);
    const returned = [{ from: at('12:30'), to: at('14:00') }];
    expect(spans([added('11:00', 'NET-12')], ['NET-12'], { ...net, returned })).toEqual([
      '11:00-12:00 Network',
      '12:30-15:00 Network',
    ]);
  });

  it('ends when the link is removed, and begins again with the next one', () => {
    const events = [added('11:00', 'NET-12'), removed('11:30', 'NET-12'), added('14:00', 'NET-12')];
    expect(spans(events, ['NET-12'], life('NET-12', 'Network'))).toEqual([
      '11:00-11:30 Network',
      '14:00- Network',
    ]);
  });

  it('names one department at a time: the one that has stood in the way the longest', () => {
    const net = life('NET-12', 'Network', ['12:00', 'done']);
    const virt = life('VIRT-3', 'Virtualization');
    const events = [added('10:30', 'NET-12'), added('11:00', 'VIRT-3'), removed('13:00', 'VIRT-3')];
    expect(spans(events, ['NET-12'], virt, net)).toEqual([
      '10:30-12:00 Network',
      '12:00-13:00 Virtualization',
    ]);
  });

  it('joins two blockers of one department', () => {
    const first = life('NET-12', 'Network', ['12:00', 'done']);
    const second = life('NET-13', 'Network', ['14:00', 'done']);
    const events = [added('10:30', 'NET-12'), added('11:00', 'NET-13')];
    expect(spans(events, ['NET-12', 'NET-13'], first, second)).toEqual(['10:30-14:00 Network']);
  });

  it('takes a link without a record for as old as the incident', () => {
    const net = life('NET-12', 'Network', ['11:00', 'done']);
    expect(spans([], ['NET-12'], net)).toEqual(['10:00-11:00 Network']);
    expect(spans([removed('10:45', 'NET-12')], [], net)).toEqual(['10:00-10:45 Network']);
  });

  it('does not count a link that went without a record', () => {
    expect(spans([added('10:30', 'NET-12')], [], life('NET-12', 'Network'))).toEqual([]);
  });

  it('knows a blocker by the key that it had before it was moved', () => {
    const moved = { ...life('NET-12', 'Virtualization'), keys: ['VIRT-3', 'NET-12'] };
    expect(spans([added('10:30', 'NET-12')], ['VIRT-3'], moved)).toEqual(['10:30- Virtualization']);
  });

  it('counts a status of an unknown category as open', () => {
    const net = life('NET-12', 'Network', ['10:30', 'unknown'], ['12:00', 'done']);
    expect(spans([added('11:00', 'NET-12')], ['NET-12'], net)).toEqual(['11:00-12:00 Network']);
  });

  it('has nothing of blockers that were done all the time, and of other links', () => {
    const done = {
      ...life('NET-12', 'Network'),
      statuses: [{ from: at('08:00'), category: 'done' as const }],
    };
    expect(spans([added('10:30', 'NET-12')], ['NET-12'], done)).toEqual([]);
    const blocks = linkChange(at('10:30'), 'added', 'NET-12', 'This issue blocks NET-12');
    expect(spans([blocks], [], life('NET-12', 'Network'))).toEqual([]);
  });

  it('is nobody’s own doing: not while the incident is the blocker’s own department’s', () => {
    const owner = (from: string, to: string, department: string) => ({
      ...{ from: at(from), to: at(to), department },
    });
    const owners = [
      owner('10:00', '11:00', 'NET'),
      owner('11:00', '12:00', 'VIRT'),
      owner('12:00', '13:00', 'network'),
      owner('13:00', '14:00', 'SUP'),
    ];
    const net = { ...life('NET-12', 'Network'), alias: 'NET' };
    const links = { words: WORDS, keysNow: ['NET-12'] };
    expect(shown(blockedSpans(incident(), links, [net], owners))).toEqual([
      '11:00-12:00 Network',
      '13:00- Network',
    ]);
  });

  it('does not take NET-1 for NET-12', () => {
    const other = linkChange(at('10:30'), 'added', 'NET-12', 'This issue is blocked by NET-12');
    expect(spans([other], ['NET-12'], life('NET-1', 'Network'))).toEqual([]);
  });
});

describe('blockerKeys', () => {
  it('names what ever stood before the incident, each once', () => {
    const events = [
      added('10:30', 'NET-12'),
      removed('11:00', 'NET-12'),
      linkChange(at('11:30'), 'added', 'OLD-1', 'This issue relates to OLD-1'),
    ];
    const keysNow = ['VIRT-3'];
    expect(blockerKeys(incident({ events }), { words: WORDS, keysNow })).toEqual([
      'NET-12',
      'VIRT-3',
    ]);
  });
});
