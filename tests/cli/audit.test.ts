import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toWork, wireHistories, wireHistory, wireIssue, wireStatus } from '../builders/wire-issue';
import { audit, exportOf, notesOf, policyFile } from './run-in-folder';

const realData = join(__dirname, '../../../shared/data/jira/asf-issues.json.gz');
const there = existsSync(realData);

/** Policy: response 30 m and resolution 4 h, Mon-Fri 09-18 Moscow. 2026-11-23 is a Monday. */
describe('audit', () => {
  it('prints one object per issue, clock and cycle as JSON, in UTC', async () => {
    const { code, out, err } = await audit(
      ...[exportOf(wireIssue()), '--policy', policyFile(), '--format', 'json'],
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual([
      {
        ...{ issue: 'SUP-1', clock: 'response', cycle: 1, state: 'met' },
        startedAt: '2026-11-23T07:00:00.000Z',
        stoppedAt: '2026-11-23T07:20:00.000Z',
        dueAt: '2026-11-23T07:30:00.000Z',
        ...{ elapsedMs: 1_200_000, pausedMs: 0 },
      },
      {
        ...{ issue: 'SUP-1', clock: 'resolution', cycle: 1, state: 'met' },
        startedAt: '2026-11-23T07:00:00.000Z',
        stoppedAt: '2026-11-23T09:00:00.000Z',
        dueAt: '2026-11-23T11:00:00.000Z',
        ...{ elapsedMs: 7_200_000, pausedMs: 0 },
      },
    ]);
  });

  it('reads open clocks as of --at', async () => {
    const { out } = await audit(
      ...[exportOf(wireIssue()), '--policy', policyFile(), '--format', 'json'],
      ...['--at', '2026-11-23T11:00:00+03:00'],
    );
    expect(JSON.parse(out)[1]).toMatchObject({
      ...{ state: 'running', stoppedAt: null, elapsedMs: 3_600_000 },
    });
  });

  it('takes the incidents that the policy selects, and no others', async () => {
    const issues = [wireIssue('SUP-1'), wireIssue('NET-2')];
    const { out } = await audit(exportOf(...issues), '--policy', policyFile(), '--format', 'json');
    const keys = (JSON.parse(out) as { issue: string }[]).map((row) => row.issue);
    expect(keys).toEqual(['SUP-1', 'SUP-1']);
  });

  it('prints time in status instead, on demand', async () => {
    const { out } = await audit(exportOf(wireIssue()), '--time-in-status', '--format', 'json');
    expect(JSON.parse(out)).toEqual([
      {
        issue: 'SUP-1',
        timeInStatus: { '1': 1_800_000, '3': 5_400_000, '5': 0 },
        firstResponseAt: '2026-11-23T07:20:00.000Z',
      },
    ]);
  });

  it('prints an empty list when nothing is selected', async () => {
    const policy = policyFile({
      select: 'project = SUP AND priority = High AND resolution is EMPTY',
    });
    const { out } = await audit(exportOf(wireIssue()), '--policy', policy, '--format', 'json');
    expect(JSON.parse(out)).toEqual([]);
  });

  it('counts an issue that stands twice in the file once, and says so', async () => {
    const { out, err } = await audit(
      ...[exportOf(wireIssue(), wireIssue(), wireIssue('SUP-2')), '--policy', policyFile()],
    );
    expect(notesOf(err)).toEqual(['SUP-1: stands twice in the file: the second was left out']);
    expect(out).toMatch(/response +met 100\.0 % {2}\(met 2\)/);
  });

  it('says how many issues it looked at when none is an incident', async () => {
    const policy = policyFile({ select: 'priority = High AND resolution is EMPTY' });
    const { code, out, err } = await audit(exportOf(wireIssue()), '--policy', policy);
    expect(code).toBe(0);
    expect(out).not.toContain('()');
    expect(notesOf(err)).toEqual([
      '0 of 1 issues are incidents by select: priority = High AND resolution is EMPTY',
    ]);
  });

  it.each([
    [{ changelog: undefined }, 'has no changelog, so nobody knows when it changed: left out'],
    [
      { fields: { project: undefined } },
      'has no project, and the policy does not select it: left out',
    ],
  ])('names what a query would pass over in silence (%#)', async (change, note) => {
    const policy = policyFile({ select: 'project is not EMPTY AND created < "2000-01-01"' });
    const { err } = await audit(...[exportOf(wireIssue('SUP-1', change)), '--policy', policy]);
    expect(notesOf(err)[0]).toBe(`SUP-1: ${note}`);
  });

  it('prints the usage on demand', async () => {
    const { code, out, err } = await audit('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Usage: npm run audit/);
  });

  it('prints a table with the compliance of each clock below', async () => {
    const { out } = await audit(exportOf(wireIssue()), '--policy', policyFile());
    expect(out).toMatch(/^issue +clock +cycle +state +started UTC +stopped UTC +due UTC/);
    expect(out).toMatch(/SUP-1 +resolution +1 +met +2026-11-23 07:00 +2026-11-23 09:00/);
    expect(out).toMatch(/response +met 100\.0 % {2}\(met 1\)/);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '=1\n2'])(
    'defuses a CSV cell that starts like a formula (%j)',
    async (name) => {
      const resolution = ['resolution', null, null, '77', name] as const;
      const status = ['status', '3', 'In Progress', '5', 'Done'] as const;
      const done = wireHistory('102', '2026-11-23T12:00:00.000+0300', [resolution, status]);
      const work = toWork('101', '2026-11-23T10:30:00.000+0300');
      const issue = { ...wireIssue('SUP-1', { histories: [done, work] }), key: `${name}SUP-1` };
      const policy = policyFile({ select: 'priority = High' });
      const { out } = await audit(exportOf(issue), '--policy', policy, '--format', 'csv');
      const [head, first] = out.split(/\r\n(?=issue|"?')/);
      expect(head).toContain('issue,clock,cycle,startedAt');
      expect(first).toContain(`'${name}SUP-1`);
    },
  );

  it('judges by the example when no policy is named, and says so', async () => {
    const { code, err } = await audit(exportOf(wireIssue()), '--format', 'json');
    expect(code).toBe(0);
    expect(err).toMatch('No --policy: judging by the example');
  });
});

describe('audit of odd input names the issue, says what was done, and does the rest', () => {
  const good = wireIssue('SUP-9');
  const odd: [string, unknown, string][] = [
    [
      'an issue without changelog',
      wireIssue('SUP-1', { changelog: undefined }),
      'SUP-1: has no changelog, so nobody knows when it changed: left out',
    ],
    [
      'an unknown field',
      wireIssue('SUP-1', { fields: { mood: 'bad' } }),
      'SUP-1: has an unknown field "mood": passed over, here and on',
    ],
    [
      'a history without author',
      wireIssue('SUP-1', {
        histories: wireHistories().map(({ author, ...rest }, i) =>
          i === 0 ? rest : { ...rest, author },
        ),
      }),
      'SUP-1: history 102 has no author: it counts, but not as an answer',
    ],
    [
      'a status that no longer exists',
      wireIssue('SUP-1', {
        histories: [
          wireHistory('101', '2026-11-23T10:30:00.000+0300', [
            ['status', '66', 'Old', '5', 'Done'],
          ]),
        ],
      }),
      'SUP-1: status Old (66) is unknown: the clocks run in it',
    ],
    [
      'an issue moved between projects',
      wireIssue('SUP-1', {
        histories: [
          ...wireHistories(),
          wireHistory('99', '2026-11-23T10:05:00.000+0300', [
            ['Project', '1', 'Old', '2', 'Support'],
          ]),
        ],
      }),
      'SUP-1: was moved from Old to Support: judged as one issue under its present key',
    ],
    [
      'a link to an issue outside of the file',
      wireIssue('SUP-1', {
        fields: {
          issuelinks: [
            {
              id: '1',
              type: { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
              inwardIssue: { id: '5', key: 'NET-1', fields: { status: wireStatus('1') } },
            },
          ],
        },
      }),
      'SUP-1: is linked to NET-1 outside of the file: the clocks do not need the link',
    ],
    ['something that is no issue', 42, 'an issue without key: the issue is not readable: left out'],
    [
      'a change of the future',
      wireIssue('SUP-1', {
        histories: [toWork('11', '2026-12-01T10:00:00.000+0300')],
        fields: { status: wireStatus('3'), resolution: null, resolutiondate: null },
      }),
      'SUP-1: record 11 at 2026-12-01T07:00:00.000Z is from the future: not looked at yet',
    ],
    [
      'a change from before the issue was created',
      wireIssue('SUP-1', {
        histories: [toWork('11', '2026-11-20T10:00:00.000+0300')],
        fields: { status: wireStatus('3'), resolution: null, resolutiondate: null },
      }),
      'SUP-1: history 11 is older than the issue: it cannot start or stop a clock in time',
    ],
    [
      'an issue of the future',
      wireIssue('SUP-1', { fields: { created: '2027-01-01T00:00:00.000+0300' }, histories: [] }),
      'SUP-1: was created after the time of the audit: left out',
    ],
  ];

  it.each(odd)('%s', async (_what, issue, note) => {
    const { code, out, err } = await audit(
      ...[exportOf(issue, good), '--policy', policyFile(), '--format', 'json'],
    );
    expect(code).toBe(0);
    expect(notesOf(err)).toContain(note);
    const rows = JSON.parse(out) as { issue: string; state: string }[];
    expect(rows.filter((row) => row.issue === 'SUP-9').map((row) => row.state)).toEqual([
      ...['met', 'met'],
    ]);
  });
});

describe('audit of 3,537 real issues', () => {
  (there ? it : it.skip)(
    'judges every one of them (needs ../shared/data/jira)',
    async () => {
      const { code, out } = await audit(
        realData,
        '--format',
        'json',
        '--at',
        '2015-06-01T00:00:00Z',
      );
      const rows = JSON.parse(out) as { issue: string; elapsedMs: number; state: string }[];
      expect(code).toBe(0);
      expect(new Set(rows.map((row) => row.issue)).size).toBe(3537);
      expect(rows.filter((row) => !(row.elapsedMs >= 0))).toEqual([]);
    },
    60_000,
  );
});
