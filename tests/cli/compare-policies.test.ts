import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../src/cli/run-audit';
import type { Policy } from '../../src/core/sla/policy/policy';
import { OFFICE_POLICY, withClocks } from '../builders/incident-story';
import {
  wireComment,
  wireHistory,
  wireIssue,
  wireStatus,
  wireStatuses,
} from '../builders/wire-issue';

const NOW = Date.parse('2026-11-30T00:00:00Z');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compare-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

/** SUP-1 is created Mon 2026-11-23 10:00 in Moscow, answered 10:20 and done at 12:00. */
async function compare(targets: { response: string; resolution: string }, ...more: string[]) {
  const { response, resolution } = OFFICE_POLICY.clocks;
  const withTarget = (clock: object | undefined, target: string) => ({
    ...clock,
    goals: [{ target, calendar: 'msk' }],
  });
  const other = {
    ...{ ...OFFICE_POLICY, name: 'Stricter', version: 7 },
    clocks: {
      response: withTarget(response, targets.response),
      resolution: withTarget(resolution, targets.resolution),
    },
  };
  return run(wireIssue(), OFFICE_POLICY, other, ...more);
}

async function run(issue: object, present: Policy, other: Policy, ...more: string[]) {
  let out = '';
  let err = '';
  const code = await runAudit(
    [
      file('export.json', { statuses: wireStatuses(), issues: [issue] }),
      ...['--policy', file('office.policy.json', present)],
      ...['--compare', file('other.policy.json', other), ...more],
    ],
    NOW,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err };
}

/** The policy: response 30 m, resolution 4 h. */
describe('audit --compare', () => {
  it('prints both tallies and the flip with its reason', async () => {
    const { code, out, err } = await compare({ response: '30m', resolution: '1h' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const words = out.split('\n').map((line) => line.trim().split(/\s{2,}/));
    expect(words[0]).toEqual(['Incidents: 1']);
    expect(words[1]?.[1]).toBe('Stricter v7');
    expect(words[2]).toEqual(['response', '100.0 % (1 met of 1)', '100.0 % (1 met of 1)']);
    expect(words[3]).toEqual(['resolution', '100.0 % (1 met of 1)', '0.0 % (0 met of 1)']);
    expect(out).toContain('Verdicts that flip: 1');
    expect(words.find(([first]) => first === 'SUP-1')).toEqual(
      expect.arrayContaining(['resolution', 'met', 'breached', '2:00', '4:00', '1:00']),
    );
  });

  it('prints everything as JSON, in UTC', async () => {
    const { out } = await compare({ response: '10m', resolution: '4h' }, '--format', 'json');
    const json = JSON.parse(out);
    expect(json).toMatchObject({ incidents: 1, flipCount: 1 });
    expect(json.flips).toMatchObject([
      {
        issueKey: 'SUP-1',
        clock: 'response',
        present: { state: 'met', dueAt: '2026-11-23T07:30:00.000Z', targetMs: 1_800_000 },
        other: { state: 'breached', targetMs: 600_000 },
      },
    ]);
  });

  it('prints the flips as CSV', async () => {
    const { out } = await compare({ response: '10m', resolution: '4h' }, '--format', 'csv');
    const [head, row] = out.split('\r\n');
    expect(head).toMatch(/^issue,clock,cycle,present,other,/);
    expect(row).toMatch(/^SUP-1,response,1,met,breached,0:20,0:20,0:30,0:10,/);
  });

  it('says in words that nothing flips', async () => {
    const { out } = await compare({ response: '30m', resolution: '4h' });
    expect(out).toContain('No verdict flips.');
  });
});

/**
 * Created in NET on Monday 2026-11-23 at 10:00 in Moscow, moved to SUP at 12:00, open. The client
 * writes at 12:10 and is answered at 12:40.
 */
describe('audit --compare of policies with clocks of messages and of departments', () => {
  const at = (time: string) => `2026-11-23T${time}:00.000+0300`;
  const moved = wireIssue('SUP-1', {
    fields: { status: wireStatus('1'), resolution: null, resolutiondate: null },
    histories: [
      wireHistory('102', at('12:00'), [
        ['Key', null, 'NET-7', null, 'SUP-1'],
        ['project', '20000', 'Network', '10000', 'Support'],
      ]),
    ],
    comments: [wireComment('7', at('12:10'), 'client'), wireComment('8', at('12:40'), 'anna')],
  });
  const policy = (answer: string, turn: string) =>
    withClocks({
      nextResponse: { goals: [{ target: answer, calendar: 'msk' }] },
      ownership: { goals: [{ target: turn, calendar: 'msk' }] },
    });
  const compared = (...more: string[]) =>
    run(moved, policy('1h', '1h'), policy('20m', '3h'), '--at', at('13:00'), ...more);

  it('tells their tallies, and each verdict that flips with whose time it was', async () => {
    const { out } = await compared();
    const words = out.split('\n').map((line) => line.trim().split(/\s{2,}/));
    expect(words.slice(2, 6)).toEqual([
      ...[
        ['response', '–', '–'],
        ['resolution', '–', '–'],
      ],
      ['nextResponse', '100.0 % (1 met of 1)', '0.0 % (0 met of 1)'],
      // NET had it for 2 h, SUP for an hour until now.
      ['ownership', '0.0 % (0 met of 1)', '100.0 % (1 met of 1)'],
    ]);
    expect(out).toContain('Verdicts that flip: 2');
    expect(words.filter(([first]) => first === 'SUP-1').map((row) => row.slice(1, 9))).toEqual([
      ['nextResponse', '1', 'met', 'breached', '0:30', '0:30', '1:00', '0:20'],
      ['ownership NET', '1', 'breached', 'met', '2:00', '2:00', '1:00', '3:00'],
    ]);
  });

  it('gives departments the last column of a CSV', async () => {
    const [head, message, network] = (await compared('--format', 'csv')).out.split('\r\n');
    expect(head).toMatch(/,hours,department$/);
    expect(message).toMatch(/^SUP-1,nextResponse,1,met,breached,.*,$/);
    expect(network).toMatch(/^SUP-1,ownership,1,breached,met,.*,NET$/);
  });
});
