import type { WhatIfDifference } from '../../src/contract/what-if';
import { textsIn } from '../../static/src/i18n/texts';
import { daysLate, possibleDates } from '../../static/src/tam-workspace/what-if/days-late';
import { leftText, sinceText } from '../../static/src/tam-workspace/what-if/since-text';

const en = textsIn('en');
const ru = textsIn('ru');
const day = (date: string) => `the ${Number(date.slice(-2))}th`;

describe('sinceText', () => {
  const [from, to] = ['2026-11-25', '2026-11-27'];
  const link = { blockerKey: 'NET-12', successorKey: 'VIRT-7' };

  it.each<[WhatIfDifference, string]>([
    [{ kind: 'due', key: 'NET-12', from, to }, 'NET-12: due date went from the 25th to the 27th'],
    [{ kind: 'due', key: 'NET-12', from: null, to }, 'NET-12: got a due date, the 27th'],
    [{ kind: 'due', key: 'NET-12', from, to: null }, 'NET-12: lost its due date, the 25th'],
    [{ kind: 'finished', key: 'NET-12' }, 'NET-12: done'],
    [{ kind: 'linked', ...link }, 'VIRT-7: now waits for NET-12'],
    [{ kind: 'unlinked', ...link }, 'VIRT-7: does not wait for NET-12 any more'],
    [{ kind: 'lag', ...link }, 'VIRT-7: the time between NET-12 and it is another one'],
  ])('says %j', (change, text) => {
    expect(sinceText(change, day, en)).toBe(text);
  });

  it('says it in Russian', () => {
    const change = { kind: 'due', key: 'NET-12', from, to } as const;
    expect(sinceText(change, (date) => date.slice(-2), ru)).toBe('NET-12: срок был 25, стал 27');
  });
});

describe('leftText', () => {
  it('names no key of what one may not see any more', () => {
    expect(leftText({ key: 'VIRT-7', why: 'done' }, en)).toBe('VIRT-7: done meanwhile');
    expect(leftText({ key: null, why: 'gone' }, en)).toBe(
      'A move of something that you may not see any more',
    );
  });
});

describe('daysLate', () => {
  it('counts days from the date that it would have to the first possible one', () => {
    const due = '2026-11-27';
    expect(daysLate({ due, move: null, needs: '2026-11-30' })).toBe(3);
    expect(daysLate({ due, move: '2026-11-29', needs: '2026-11-30' })).toBe(1);
    expect(daysLate({ due, move: null, needs: null })).toBe(0);
    expect(daysLate({ due: null, move: null, needs: '2026-11-30' })).toBe(0);
  });
});

describe('possibleDates', () => {
  it('takes those that may be moved and have to', () => {
    expect(
      possibleDates([
        { id: '1', needs: '2026-11-30', mayMove: true },
        { id: '2', needs: '2026-11-30', mayMove: false },
        { id: '3', needs: null, mayMove: true },
      ]),
    ).toEqual([{ issueId: '1', to: '2026-11-30' }]);
  });
});
