import {
  actOnHandOver,
  filledKeysOf,
  type HandOver,
  type HandOverAct,
  handOverLacks,
  returnedSpans,
} from '../../../src/core/order/hand-over/hand-over';
import { handOverLine, handOverRefusal } from '../../../src/core/order/hand-over/hand-over-text';
import { instant } from '../../../src/core/time';

const at = (time: string) => instant(Date.parse(`2026-11-23T${time}:00Z`));
const ends = {
  ...{ blockerId: '12', blockerKey: 'NET-12' },
  ...{ successorId: '7', successorKey: 'VIRT-7' },
};
const vlan = { key: 'vlan', label: 'VLAN', text: '120' };
const addresses = { key: 'addresses', label: 'Addresses', text: '10.1.4.0/24' };
const form = {
  fields: [
    { key: 'vlan', label: 'VLAN', isRequired: true },
    { key: 'addresses', label: 'Addresses', isRequired: true },
    { key: 'note', label: 'Note', isRequired: false },
  ],
};

const give = (time: string, facts = [vlan, addresses]): HandOverAct => ({
  ...{ kind: 'give', by: 'anna', at: at(time), ends, facts },
});
const giveBack = (time: string): HandOverAct => ({
  ...{ kind: 'return', by: 'oleg', at: at(time), reason: 'The gateway is missing' },
});
const accept = (time: string): HandOverAct => ({ kind: 'accept', by: 'oleg', at: at(time) });
const withdraw = (time: string): HandOverAct => ({ kind: 'withdraw', by: 'anna', at: at(time) });

const handedOver = (...acts: readonly HandOverAct[]): HandOver | null =>
  acts.reduce<HandOver | null>((before, act) => actOnHandOver(before, act), null);

describe('actOnHandOver', () => {
  it('is given, accepted, and keeps who did what and when', () => {
    expect(handedOver(give('10:00'), accept('10:30'))).toEqual({
      ...ends,
      ...{ state: 'accepted', facts: [vlan, addresses], version: 2 },
      history: [
        ...[{ kind: 'given', by: 'anna', at: at('10:00'), reason: null, facts: [vlan, addresses] }],
        ...[{ kind: 'accepted', by: 'oleg', at: at('10:30'), reason: null, facts: [] }],
      ],
    });
  });

  it('keeps what was given when it is returned, with the reason', () => {
    const returned = handedOver(give('10:00'), giveBack('10:30'));
    expect(returned).toMatchObject({ state: 'returned', facts: [vlan, addresses] });
    expect(returned?.history.at(-1)?.reason).toBe('The gateway is missing');
  });

  it('is given again after a return, and with other facts after it was accepted', () => {
    expect(handedOver(give('10:00'), giveBack('10:30'), give('11:00'))?.state).toBe('given');
    expect(handedOver(give('10:00'), accept('10:30'), give('11:00', [vlan]))).toMatchObject({
      ...{ state: 'given', facts: [vlan] },
    });
  });

  it('is returned after it was accepted, and accepted after it was returned by mistake', () => {
    expect(handedOver(give('10:00'), accept('10:30'), giveBack('11:00'))?.state).toBe('returned');
    expect(handedOver(give('10:00'), giveBack('10:30'), accept('11:00'))?.state).toBe('accepted');
  });

  it('is not answered before it was given, nor after it was withdrawn', () => {
    expect(handedOver(accept('10:00'))).toBeNull();
    expect(handedOver(giveBack('10:00'))).toBeNull();
    expect(handedOver(give('10:00'), withdraw('10:10'), accept('10:20'))).toBeNull();
  });

  it('is not withdrawn once the next department has answered', () => {
    expect(handedOver(give('10:00'), accept('10:10'), withdraw('10:20'))).toBeNull();
    expect(handedOver(give('10:00'), giveBack('10:10'), withdraw('10:20'))).toBeNull();
  });

  it('keeps the facts of the last five rounds only, and of all who and when', () => {
    const rounds = Array.from({ length: 7 }, (_, hour) => give(`1${hour}:00`));
    const history = handedOver(...rounds)?.history ?? [];
    expect(history.map(({ facts }) => facts.length)).toEqual([0, 0, 2, 2, 2, 2, 2]);
  });
});

describe('handOverLacks', () => {
  it('names the required fields that are empty', () => {
    const given = handedOver(give('10:00', [vlan, { ...addresses, text: '  ' }]));
    expect(handOverLacks(form, filledKeysOf(given))).toEqual(['Addresses']);
  });

  it('names all of them where nothing was given, or it was returned or withdrawn', () => {
    const all = ['VLAN', 'Addresses'];
    expect(handOverLacks(form, filledKeysOf(null))).toEqual(all);
    expect(handOverLacks(form, filledKeysOf(handedOver(give('10:00'), giveBack('10:30'))))).toEqual(
      all,
    );
    expect(handOverLacks(form, filledKeysOf(handedOver(give('10:00'), withdraw('10:30'))))).toEqual(
      all,
    );
  });

  it('is empty once everything required is there', () => {
    expect(handOverLacks(form, filledKeysOf(handedOver(give('10:00'))))).toEqual([]);
  });
});

describe('returnedSpans', () => {
  const lasting = at('18:00');

  it('count from the return until it is given again', () => {
    const handOver = handedOver(give('09:00'), giveBack('10:00'), give('11:30'), accept('12:00'));
    expect(returnedSpans(handOver ?? { history: [] }, lasting)).toEqual([
      { from: at('10:00'), to: at('11:30') },
    ]);
  });

  it('last while nothing was given again, and there may be several', () => {
    const twice = handedOver(give('09:00'), giveBack('10:00'), give('11:00'), giveBack('12:00'));
    expect(returnedSpans(twice ?? { history: [] }, lasting)).toEqual([
      { from: at('10:00'), to: at('11:00') },
      { from: at('12:00'), to: lasting },
    ]);
  });
});

describe('handOverRefusal', () => {
  const owed = { department: 'Backup', lacks: ['VLAN', 'addresses'], isReturned: false };

  it('says what is lacking for whom and where to fill it in', () => {
    expect(handOverRefusal('UNIX-31', [owed], 'en')).toBe(
      "UNIX-31 can't be finished yet. Hand-over to Backup lacks: VLAN, addresses. Hand over in the TAM panel.",
    );
    expect(handOverRefusal('UNIX-31', [{ ...owed, department: 'Бэкап' }], 'ru')).toBe(
      'UNIX-31 пока нельзя завершить. Для передачи в отдел Бэкап не заполнено: VLAN, addresses. Передайте на панели TAM.',
    );
  });

  it('says that it was returned', () => {
    expect(handOverRefusal('UNIX-31', [{ ...owed, isReturned: true }], 'en')).toBe(
      "UNIX-31 can't be finished yet. Backup returned the hand-over. Hand over in the TAM panel.",
    );
  });

  it('stays within 255 code points whatever the names are', () => {
    const long = '😀'.repeat(300);
    const many = { department: long, lacks: Array.from({ length: 20 }, () => long) };
    const text = handOverRefusal('UNIX-31', [{ ...many, isReturned: false }, owed], 'en');
    expect([...text].length).toBeLessThanOrEqual(255);
    expect(text).toContain('more');
  });
});

describe('handOverLine', () => {
  it('is plain text on one line, without empty answers', () => {
    const note = { key: 'note', label: 'Note', text: ' ' };
    expect(handOverLine([{ ...vlan, text: '120\n<b>130</b>' }, note, addresses])).toBe(
      'VLAN: 120 ‹b›130‹/b›; Addresses: 10.1.4.0/24',
    );
  });
});
