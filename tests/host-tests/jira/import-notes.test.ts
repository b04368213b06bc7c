import { noteLines } from '../../host/import/notes';

const moved = (issue: string, from: string) => ({
  ...{ issue, what: `was moved here from "${from}"`, done: 'loaded under its present key' },
});

describe('noteLines', () => {
  it('names what was odd at several issues, the first three and then dots', () => {
    const two = [moved('SUP-1', 'OLD-1'), moved('SUP-2', 'OLD-2')];
    expect(noteLines(two)).toEqual([
      '2 times: was moved here from "OLD-1", "OLD-2": loaded under its present key (SUP-1, SUP-2)',
    ]);
    const four = [...two, moved('SUP-3', 'OLD-3'), moved('SUP-4', 'OLD-4')];
    expect(noteLines(four)[0]).toContain('from "OLD-1", "OLD-2", "OLD-3", ...: loaded');
  });

  it('says one note as it is', () => {
    expect(noteLines([moved('SUP-1', 'OLD-1')])).toEqual([
      'SUP-1 was moved here from "OLD-1": loaded under its present key',
    ]);
  });
});
