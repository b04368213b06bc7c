import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../src/cli/run-audit';
import { withClocks } from '../builders/incident-story';
import {
  wireComment,
  wireHistory,
  wireIssue,
  wireStatus,
  wireStatuses,
} from '../builders/wire-issue';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (time: string): string => `2026-11-23T${time}:00.000+0300`;
const goals = [{ target: '3h', calendar: 'msk' }];
const policy = withClocks({
  nextResponse: { from: 'oldestUnanswered', goals: [{ target: '1h', calendar: 'msk' }] },
  ownership: {
    goals: [{ when: { department: ['NET'] }, target: '1h', calendar: 'msk' }, ...goals],
  },
});

/**
 * Created in NET on Monday 2026-11-23 at 10:00 in Moscow, moved to SUP at 12:00, open. The client
 * writes at 12:10 and is answered at 12:40.
 */
const movedIssue = () =>
  wireIssue('SUP-1', {
    fields: { status: wireStatus('1'), resolution: null, resolutiondate: null },
    histories: [
      wireHistory('102', at('12:00'), [
        ['Key', null, 'NET-7', null, 'SUP-1'],
        ['project', '20000', 'Network', '10000', 'Support'],
      ]),
    ],
    comments: [wireComment('7', at('12:10'), 'client'), wireComment('8', at('12:40'), 'anna')],
  });

async function audit(format: string): Promise<string> {
  const [exportFile, policyFile] = [join(folder, 'export.json'), join(folder, 'policy.json')];
  writeFileSync(exportFile, JSON.stringify({ statuses: wireStatuses(), issues: [movedIssue()] }));
  writeFileSync(policyFile, JSON.stringify(policy));
  let printed = '';
  const args = [exportFile, '--policy', policyFile, '--format', format, '--at', at('13:00')];
  await runAudit(args, 0, {
    out: (text) => {
      printed += text;
    },
    err: () => {},
  });
  return printed;
}

describe('audit by a policy with clocks of messages and of departments', () => {
  it('prints their cycles as JSON, with whose time it was', async () => {
    expect(JSON.parse(await audit('json'))).toEqual([
      {
        ...{ issue: 'SUP-1', clock: 'nextResponse', cycle: 1, state: 'met' },
        startedAt: '2026-11-23T09:10:00.000Z',
        stoppedAt: '2026-11-23T09:40:00.000Z',
        dueAt: '2026-11-23T10:10:00.000Z',
        ...{ elapsedMs: 1_800_000, pausedMs: 0 },
      },
      {
        ...{ issue: 'SUP-1', clock: 'ownership', cycle: 1, state: 'breached', department: 'NET' },
        startedAt: '2026-11-23T07:00:00.000Z',
        stoppedAt: '2026-11-23T09:00:00.000Z',
        dueAt: '2026-11-23T08:00:00.000Z',
        ...{ elapsedMs: 7_200_000, pausedMs: 0 },
      },
      {
        ...{ issue: 'SUP-1', clock: 'ownership', cycle: 2, state: 'running', department: 'SUP' },
        startedAt: '2026-11-23T09:00:00.000Z',
        stoppedAt: null,
        dueAt: '2026-11-23T12:00:00.000Z',
        ...{ elapsedMs: 3_600_000, pausedMs: 0 },
      },
    ]);
  });

  it('gives departments the last column of a CSV', async () => {
    const [head, message, network] = (await audit('csv')).split('\r\n');
    expect(head).toMatch(/,reason,department$/);
    expect(message).toMatch(/^SUP-1,nextResponse,1,.*,met,,$/);
    expect(network).toMatch(/^SUP-1,ownership,1,.*,breached,,NET$/);
  });

  it('adds a line for each of them below a table', async () => {
    expect((await audit('table')).split('\n').slice(-5)).toEqual([
      ...['response      met –  (none)', 'resolution    met –  (none)'],
      'nextResponse  met 100.0 %  (met 1)',
      'ownership     met 0.0 %  (breached 1, running 1)',
      '',
    ]);
  });
});
