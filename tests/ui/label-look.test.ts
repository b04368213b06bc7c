import type { LabelView, LedgerView } from '../../src/contract/ledger';
import { labelLook } from '../../static/src/tam-panel/clocks/label-look';

const entries = (...labels: LabelView[]): Pick<LedgerView, 'entries'> => ({
  entries: labels.map((label) => ({ from: '', to: '', label })),
});

const running = (name: string): LabelView => ({ kind: 'running', name });

describe('labelLook', () => {
  it('gives each department its colour, in the order in which they had the issue', () => {
    const life = entries(running('Network'), running('Unix'), running('Network'));
    expect(labelLook(running('Network'), life)).toBe('life-running life-department-0');
    expect(labelLook(running('Unix'), life)).toBe('life-running life-department-1');
  });

  it('gives the queue of a department the same colour as its work', () => {
    const life = entries({ kind: 'queue', name: 'Unix' }, running('Unix'));
    expect(labelLook({ kind: 'queue', name: 'Unix' }, life)).toBe('life-queue life-department-0');
    expect(labelLook(running('Unix'), life)).toBe('life-running life-department-0');
  });

  it('begins again with the fifth department', () => {
    const life = entries(...['A', 'B', 'C', 'D', 'E'].map(running));
    expect(labelLook(running('E'), life)).toBe('life-running life-department-0');
  });

  it('tells pauses apart by their reason', () => {
    const label: LabelView = { kind: 'paused', reason: 'vendor' };
    expect(labelLook(label, entries(label))).toBe('life-paused-vendor');
    expect(labelLook({ kind: 'sleeping' }, entries(label))).toBe('life-sleeping');
  });
});
