import type { WorkCard } from '../../src/contract/tam-department';
import type { ClientProjectRow } from '../../src/contract/tam-workspace';
import { sortByUrgency } from '../../static/src/tam-department/sort-cards';
import { sortByNeed } from '../../static/src/tam-workspace/sort-projects';

function card(key: string, dueDate: string | null, rest: Partial<WorkCard> = {}): WorkCard {
  return {
    key,
    summary: key,
    client: 'ACME',
    clientProject: 'Web platform',
    dueDate,
    overdue: false,
    waitsFor: [],
    hidden: [],
    notBefore: null,
    ...rest,
  };
}

describe('sortByUrgency', () => {
  it('puts overdue first, then the earliest due date, undated last', () => {
    const sorted = sortByUrgency([
      card('VIRT-1', null),
      card('VIRT-2', '2026-11-30'),
      card('VIRT-3', '2026-11-24'),
      card('VIRT-4', '2026-11-20', { overdue: true }),
    ]);
    expect(sorted.map((it) => it.key)).toEqual(['VIRT-4', 'VIRT-3', 'VIRT-2', 'VIRT-1']);
  });

  it('orders equal ones by the number in the key', () => {
    const sorted = sortByUrgency([card('VIRT-10', null), card('VIRT-9', null)]);
    expect(sorted.map((it) => it.key)).toEqual(['VIRT-9', 'VIRT-10']);
  });
});

describe('sortByNeed', () => {
  const row = (key: string, openBreaches: number, isMine: boolean): ClientProjectRow => ({
    id: key,
    key,
    name: key,
    client: key,
    tam: null,
    epics: 0,
    openBreaches,
    isMine,
    lacksHistory: false,
  });

  it('puts mine before others, then those with more open breaches', () => {
    const sorted = sortByNeed([
      row('ACME', 9, false),
      row('BETA', 0, true),
      row('CETI', 2, true),
      row('DELTA', 0, true),
    ]);
    expect(sorted.map((it) => it.key)).toEqual(['CETI', 'BETA', 'DELTA', 'ACME']);
  });
});
