import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicy } from '../../src/cli/load-policy';
import { moscow } from '../builders/incident';

const examples = join(__dirname, '../../src/cli/examples');
const HOUR = 3_600_000;

describe('the example policies', () => {
  it.each(readdirSync(examples))('%s can be used', (name) => {
    expect(loadPolicy(join(examples, name)).ok).toBe(true);
  });

  it('know the Russian holidays: 2026-12-30 16:00 + 4 h is 2027-01-11 11:00 in Moscow', () => {
    const policy = loadPolicy(join(examples, 'hosting.policy.json'));
    const work = policy.calendars.get('office');
    expect(work?.elapsed(moscow('2026-12-30T16:00'), moscow('2027-01-11T11:00'))).toBe(4 * HOUR);
  });

  it('know short days: 2026-11-03 ends at 17:00, and 2026-11-04 is a holiday', () => {
    const policy = loadPolicy(join(examples, 'hosting.policy.json'));
    const work = policy.calendars.get('office');
    expect(work?.elapsed(moscow('2026-11-03T16:00'), moscow('2026-11-05T09:00'))).toBe(HOUR);
  });
});
