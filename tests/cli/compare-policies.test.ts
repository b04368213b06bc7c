import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../src/cli/run-audit';
import { OFFICE_POLICY } from '../builders/incident-story';
import { wireIssue, wireStatuses } from '../builders/wire-issue';

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
  let out = '';
  let err = '';
  const code = await runAudit(
    [
      file('export.json', { statuses: wireStatuses(), issues: [wireIssue()] }),
      ...['--policy', file('office.policy.json', OFFICE_POLICY)],
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
