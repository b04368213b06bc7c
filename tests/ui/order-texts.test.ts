import type { IssueNames, OrderFlagView, WaitView } from '../../src/contract/order-acts';
import { textsIn } from '../../static/src/i18n/texts';
import { draftOf, lagOf } from '../../static/src/tam-panel/order/lag-draft';
import { instantOf, localOf } from '../../static/src/tam-panel/order/local-moment';
import {
  EMPTY_PASS,
  isShort,
  passFaults,
  passRequest,
} from '../../static/src/tam-panel/order/pass-draft';
import { flagText } from '../../static/src/ui/flag-text';
import { lagText } from '../../static/src/ui/lag-text';
import { isNobody, namesText } from '../../static/src/ui/names-text';
import { type Speaker, whyTexts } from '../../static/src/ui/why-text';

const en = textsIn('en');
const ru = textsIn('ru');
const names = (keys: readonly string[], rest: Partial<IssueNames> = {}): IssueNames => ({
  ...{ keys, hidden: [], unreadable: 0 },
  ...rest,
});

describe('namesText', () => {
  it('names what may be known and counts the rest', () => {
    const some = names(['NET-12'], { hidden: [{ department: 'Backup', count: 2 }], unreadable: 1 });
    expect(namesText(some, en)).toBe(
      'NET-12, 2 items in Backup, 1 item that nobody here can read, not even the app',
    );
  });

  it('knows when there is nobody', () => {
    expect([isNobody(names([])), isNobody(names([], { unreadable: 1 }))]).toEqual([true, false]);
  });
});

describe('flagText', () => {
  const soft: OrderFlagView = { kind: 'soft', issues: names(['NET-12']) };

  it('says what is odd in both languages', () => {
    expect(flagText(soft, en)).toBe('Better after NET-12, but that does not hold it back.');
    expect(flagText(soft, ru)).toBe('Лучше после NET-12, но начать это не мешает.');
  });

  it('tells a copied link with its original where that may be known', () => {
    const flag = { kind: 'suspectLink', blockerId: '1', issues: names(['NET-12']) } as const;
    expect(flagText({ ...flag, copiedFrom: 'VIRT-1' }, en)).toContain('a copy of VIRT-1.');
    expect(flagText({ ...flag, copiedFrom: null }, en)).toContain('came with a copy.');
  });

  it('says nothing where the answer itself does', () => {
    expect(flagText({ kind: 'grandfathered', issues: names(['NET-12']) }, en)).toBeNull();
  });
});

describe('whyTexts', () => {
  const viewer: Speaker = { language: 'en', timeZone: 'Europe/Moscow', texts: en };
  const now = Date.parse('2026-11-23T09:00:00Z');
  const texts = (why: WaitView['why'], rest: Partial<WaitView> = {}) =>
    whyTexts({ insteadOf: null, heldBy: null, ...rest, why } as WaitView, now, viewer);

  it('leaves to the status what it says itself', () => {
    expect(texts({ kind: 'status' })).toEqual([]);
  });

  it.each([
    [{ kind: 'lag', until: '2026-11-24T19:00:00Z' }, 'done, but wait until Tue 24 Nov 22:00'],
    [{ kind: 'lag', until: null }, 'done, but its waiting time never ends by this calendar'],
    [
      { kind: 'notReleasing', closedAs: "Won't Do" },
      "closed as Won't Do: the TAM has to say whether this still waits",
    ],
    [{ kind: 'unknown', because: 'unreadable' }, 'state unknown'],
    [{ kind: 'returned' }, 'done, but its hand-over was returned'],
  ] as const)('of %j is: %s', (why, expected) => {
    expect(texts(why)).toEqual([expected]);
  });

  it('adds whose duplicate it replaces and on which parent it stands', () => {
    expect(texts({ kind: 'status' }, { insteadOf: 'NET-9', heldBy: 'VIRT-1' })).toEqual([
      'in place of NET-9, which is its duplicate',
      'stands before VIRT-1, its parent',
    ]);
  });
});

describe('the draft of a pass', () => {
  it('counts a reason by code points without the spaces around it', () => {
    expect(['  nine  ch ', 'ten chars!', '😀😀😀😀😀'].map(isShort)).toEqual([true, false, true]);
  });

  it('is good for 24 hours unless somebody says otherwise', () => {
    const draft = { ...EMPTY_PASS, reason: ' The client agreed ' };
    expect(passRequest(draft, 'start')).toEqual({
      ...{ gate: 'start', reason: 'The client agreed' },
      until: { kind: 'hours', hours: 24 },
    });
  });

  it('needs a date where it ends with one', () => {
    const draft = { reason: 'The client agreed', until: 'date', date: '' } as const;
    expect(passFaults(draft)).toEqual({ reason: false, date: true });
    expect(passRequest({ ...draft, date: '2026-11-25' }, 'finish').until).toEqual({
      ...{ kind: 'date', date: '2026-11-25' },
    });
  });
});

describe('the draft of a lag', () => {
  it.each([
    ['workingDays', '2', { kind: 'workingDays', days: 2 }],
    ['workingTime', '3', { kind: 'workingTime', ms: 10_800_000 }],
    ['none', 'x', null],
    ['workingDays', '0', undefined],
    ['workingTime', '1.5', undefined],
  ] as const)('of %s and "%s" is %j', (kind, amount, expected) => {
    expect(lagOf({ kind, amount })).toEqual(expected);
  });

  it('begins with what is set and reads in words', () => {
    expect(draftOf({ kind: 'workingTime', ms: 7_200_000 })).toEqual({
      ...{ kind: 'workingTime', amount: '2' },
    });
    expect(lagText({ kind: 'workingDays', days: 2 }, en)).toBe('2 working days');
    expect(lagText({ kind: 'workingDays', days: 2 }, ru)).toBe('2 рабочих дня');
  });
});

describe('a local day and time', () => {
  it('is an instant of the zone of whoever chose it, and back', () => {
    expect(instantOf('2026-11-24T22:00', 'Europe/Moscow')).toBe('2026-11-24T19:00:00.000Z');
    expect(localOf('2026-11-24T19:00:00.000Z', 'Europe/Moscow')).toBe('2026-11-24T22:00');
    expect([instantOf('', 'UTC'), localOf(null, 'UTC')]).toEqual([null, '']);
  });
});
