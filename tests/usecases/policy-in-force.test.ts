import { compilePolicy } from '../../src/core/sla/policy';
import { instant } from '../../src/core/time';
import { judgeByVersions, type PolicyInForce } from '../../src/usecases/policy-in-force';
import { refreshIssue } from '../../src/usecases/refresh-issue';
import { DONE, incident, moscow, OPEN, statusChange, WORKING } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

/** Everything is to be solved in so long. */
function version(number: number, target: string, from: string, appliesToOpen = false) {
  const compiled = compilePolicy(
    goldPolicy({
      version: number,
      clocks: { resolution: { goals: [{ target, calendar: 'office' }], cycles: 'separate' } },
    }),
  );
  if (!compiled.ok) throw new Error(compiled.problems.join());
  return { ...compiled, effectiveFrom: moscow(from), appliesToOpen } satisfies PolicyInForce;
}

// An incident of Monday 2026-11-23, 10:00 in Moscow.
const V1 = version(1, '4h', '2026-01-01T00:00');
const done = statusChange(moscow('2026-11-23T11:00'), OPEN, DONE);
const reopened = statusChange(moscow('2026-11-23T13:00'), DONE, WORKING);

const shown = (
  history: ReturnType<typeof incident>,
  versions: Parameters<typeof judgeByVersions>[1],
) =>
  judgeByVersions(history, versions, moscow('2026-11-23T15:00')).map(
    ({ cycle, policyVersion, dueAt, state }) =>
      `${cycle} v${policyVersion} ${new Date(instant((dueAt ?? 0) + 10_800_000)).toISOString().slice(11, 16)} ${state}`,
  );

describe('judgeByVersions', () => {
  it('judges an open cycle by the version of its start', () => {
    const v2 = version(2, '2h', '2026-11-23T12:00');
    expect(shown(incident(), [V1, v2])).toEqual(['1 v1 14:00 breached']);
  });

  it('judges a cycle that starts later by the later version', () => {
    const v2 = version(2, '1h', '2026-11-23T12:00');
    expect(shown(incident({ events: [done, reopened] }), [V1, v2])).toEqual([
      '1 v1 14:00 met',
      '2 v2 14:00 breached',
    ]);
  });

  it('judges an open cycle by a version that applies to open ones', () => {
    const v2 = version(2, '9h', '2026-11-23T12:00', true);
    expect(shown(incident(), [V1, v2])).toEqual(['1 v2 10:00 running']);
  });

  it('leaves what had stopped before that version as it was', () => {
    const v2 = version(2, '30m', '2026-11-23T12:00', true);
    expect(shown(incident({ events: [done, reopened] }), [V1, v2])).toEqual([
      '1 v1 14:00 met',
      '2 v2 13:30 breached',
    ]);
  });

  it('does not look at a version of the future', () => {
    const v2 = version(2, '30m', '2026-11-24T12:00', true);
    expect(shown(incident(), [V1, v2])).toEqual(['1 v1 14:00 breached']);
  });
});

describe('the versions of a policy', () => {
  it('judge each incident by its own, and the incidents that start now by the latest', async () => {
    const w = new SlaWorld();
    w.addPolicy();
    w.addPolicy(goldPolicy({ version: 2, name: 'Golden' }), {
      effectiveFrom: moscow('2026-11-23T11:00'),
    });
    w.addProject();
    w.addIssue(incident());
    w.addIssue(incident({ issueId: '10002', created: moscow('2026-11-23T11:30') }));
    await refreshIssue(w.env, '10001');
    await refreshIssue(w.env, '10002');
    const versions = [...w.store.rows.values()].map(({ issueId, policyVersion }) => [
      issueId,
      policyVersion,
    ]);
    expect(versions).toEqual([
      ['10001', 1],
      ['10001', 1],
      ['10002', 2],
      ['10002', 2],
    ]);
  });
});
