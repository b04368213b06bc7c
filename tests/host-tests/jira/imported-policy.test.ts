import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compilePolicy, type Policy } from '../../../src/core/sla/policy/policy';
import { importedPolicy } from '../../host/import/imported-policy';
import { repoRoot } from '../../host/repo-root';

const file = path.join(repoRoot(), 'src/cli/examples/hosting.policy.json');
const example = JSON.parse(readFileSync(file, 'utf8')) as Policy;

/** The example's response goals: P1 15m, P2 30m, P3 4h, the rest 8h. */
describe('importedPolicy', () => {
  const goalsFor = (...priorities: string[]) =>
    importedPolicy(example, priorities, '2007-01-01').clocks.response?.goals.map(
      ({ when, target }) => [when?.priority?.join() ?? 'the rest', target],
    );

  it('gives the goals to the priorities in their order, the last one to all others', () => {
    expect(goalsFor('Blocker', 'Critical', 'Major', 'Minor', 'Trivial')).toEqual([
      ['Blocker', '15m'],
      ['Critical', '30m'],
      ['Major', '4h'],
      ['the rest', '8h'],
    ]);
  });

  it('drops the goals that no priority is left for', () => {
    expect(goalsFor('Normal')).toEqual([
      ['Normal', '15m'],
      ['the rest', '8h'],
    ]);
    expect(goalsFor()).toEqual([['the rest', '8h']]);
  });

  it('is a policy that the app can use', () => {
    const policy = importedPolicy(example, ['Blocker', 'Major'], '2007-01-01');
    expect(compilePolicy(policy)).toMatchObject({ ok: true });
  });
});
