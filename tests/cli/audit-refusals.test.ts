import { gzipSync } from 'node:zlib';
import { OFFICE_POLICY } from '../builders/incident-story';
import { wireIssue } from '../builders/wire-issue';
import { audit, exportOf, file, policyFile } from './run-in-folder';

describe('audit stops with a sentence', () => {
  it.each([
    ['an export that is no JSON', 'hello', /export\.json: is not JSON: .* \(line 1, column 1\)/],
    ['an export without issues', '{"a": 1}', /holds no issues/],
    [
      'a gzip file that ends too early',
      gzipSync(JSON.stringify([wireIssue()])).subarray(0, 60),
      /export\.json: the gzip file is cut: it ends too early/,
    ],
  ])('for %s', async (_what, content, message) => {
    const { code, err } = await audit(file('export.json', content), '--policy', policyFile());
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it('for an export that is not there, before it speaks of policies', async () => {
    const { code, err } = await audit('/nowhere/export.json');
    expect({ code, err }).toEqual({
      code: 1,
      err: '/nowhere/export.json: there is no such file\n',
    });
  });

  it.each<[string, object | string, RegExp]>([
    ['that is no JSON', '{', /office\.policy\.json: is not JSON/],
    ['with an unknown key', { ...OFFICE_POLICY, goal: 1 }, /additional properties "goal"/],
    [
      'with an unknown zone',
      badZone(),
      /calendars\.msk\.timeZone: "Mars" is not a known time zone/,
    ],
    ['whose JQL does not parse', { ...OFFICE_POLICY, select: 'project = = 1' }, /select: /],
    ['whose JQL names nothing known', { ...OFFICE_POLICY, select: 'colour = red' }, /'colour'/],
  ])('for a policy %s', async (_what, content, message) => {
    const policy = file('office.policy.json', content);
    const { code, out, err } = await audit(exportOf(wireIssue()), '--policy', policy);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });

  it.each([
    [[], 'Which export?'],
    [['a', 'b'], 'what is "b"?'],
    [['a', '--format', 'xml'], '--format "xml" is not table, json or csv'],
    [['a', '--at', 'soon'], '--at "soon" is not an ISO time'],
    [['a', '--at', '2200-01-01'], '--at "2200-01-01" is not an ISO time'],
    [['a', '--loud'], 'There is no option --loud.'],
    [['a', '--policy'], "Option '--policy <value>' argument missing"],
  ])('for the arguments %j', async (args, message) => {
    const { code, err } = await audit(...args);
    expect(code).toBe(2);
    expect(err.split('\n')[0]).toContain(message);
    expect(err.split('\n')[1]).toBe('');
    expect(err).toMatch('Usage: npm run audit');
  });
});

function badZone(): object {
  const [first, ...rest] = OFFICE_POLICY.calendars;
  return { ...OFFICE_POLICY, calendars: [{ ...first, timeZone: 'Mars' }, ...rest] };
}
