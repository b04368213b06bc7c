import { wireHistory, wireIssue, wireStatus } from '../builders/wire-issue';
import { audit, exportOf } from './run-in-folder';

const BLOCKS = { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };

const to = (id: string, at: string, from: '1' | '3', into: '3' | '5') =>
  wireHistory(id, at, [['status', from, wireStatus(from).name, into, wireStatus(into).name]]);

/** Both created on 2026-11-20; SUP-2 is blocked by SUP-1 and was started on the 23rd at 10:00. */
const issues = (type = BLOCKS) => {
  const created = '2026-11-20T10:00:00.000+0000';
  const first = wireIssue('SUP-1', {
    fields: { created },
    histories: [to('12', '2026-11-24T12:00:00.000+0000', '1', '5')],
  });
  const second = wireIssue('SUP-2', {
    fields: {
      ...{ created, status: wireStatus('3') },
      issuelinks: [{ id: '1', type, inwardIssue: { id: '10001', key: 'SUP-1' } }],
    },
    histories: [to('21', '2026-11-23T10:00:00.000+0000', '1', '3')],
  });
  return [first, second];
};

describe('the audit of the order', () => {
  it('names the starts that would have been refused, and their wait', async () => {
    const { code, out } = await audit(exportOf(...issues()), '--order');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'issue           started UTC       free UTC          wait       waits for',
      'SUP-2           2026-11-23 10:00  2026-11-24 12:00  26:00      SUP-1',
      '',
      '1 of 1 starts in 90 days would have been refused (links: Blocks).',
      'SUP         1 of 1, waiting 26:00 in the median, 26:00 together (by the wall clock)',
      '',
    ]);
  });

  it('prints rows alone as JSON and CSV', async () => {
    const path = exportOf(...issues());
    const { out } = await audit(path, '--order', '--format', 'json');
    expect(JSON.parse(out)).toEqual([
      {
        ...{ issue: 'SUP-2', startedAt: '2026-11-23T10:00:00.000Z', waitsFor: ['SUP-1'] },
        ...{ freeAt: '2026-11-24T12:00:00.000Z', waitMs: 93_600_000 },
      },
    ]);
    expect((await audit(path, '--order', '--format', 'csv')).out).toBe(
      'issue,startedAt,waitsFor,freeAt,waitSeconds,wait\r\n' +
        'SUP-2,2026-11-23T10:00:00.000Z,SUP-1,2026-11-24T12:00:00.000Z,93600,26:00\r\n',
    );
  });

  it('looks back as far as it is told', async () => {
    const { out } = await audit(exportOf(...issues()), '--order', '--days', '3');
    expect(out).toContain('0 of 0 starts in 3 days');
  });

  it('takes another link type by name, and says which there are', async () => {
    const depends = { ...BLOCKS, name: 'Depends', inward: 'is needed for', outward: 'needs' };
    const path = exportOf(...issues(depends));
    expect((await audit(path, '--order', '--link-type', 'depends')).out).toContain('1 of 1 starts');
    const { code, err } = await audit(path, '--order');
    expect(code).toBe(1);
    expect(err).toContain(
      'name one with --link-type. There are: Depends (is needed for / needs)\n',
    );
  });

  it('takes the words of the end that waits', async () => {
    const needs = { ...BLOCKS, name: 'Depends', inward: 'needs', outward: 'is needed for' };
    const turned = { ...BLOCKS, name: 'Depends', inward: 'is needed for', outward: 'needs' };
    const refused = async (type: typeof BLOCKS) =>
      (await audit(exportOf(...issues(type)), '--order', '--link-type', 'needs')).out;
    expect(await refused(needs)).toContain('1 of 1 starts');
    expect(await refused(turned)).toContain('0 of 1 starts');
  });

  it.each([
    [['--order', '--time-in-status'], 'Either --order or --time-in-status.'],
    [['--order', '--days', 'many'], '--days "many" is not a number above 0'],
    [['--order', '--compare', 'x.json'], '--compare judges by policies: leave out --order'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await audit('export.json', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
