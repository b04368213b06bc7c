import { goalPolicy, vipExport } from '../builders/vip-export';
import { audit, file, policyFile } from './run-in-folder';

/** State and target, in minutes, of each resolution in the order of the issues. */
async function resolutionsUnder(policy: string, exported: object) {
  const path = file('vip.json', exported);
  const { code, out, err } = await audit(path, '--policy', policy, '--format', 'json');
  const rows = JSON.parse(out) as { issue: string; clock: string; state: string }[];
  const told = rows.filter(({ clock }) => clock === 'resolution');
  return { code, err, states: told.map(({ issue, state }) => `${issue} ${state}`) };
}

/**
 * Monday 2026-03-16, Moscow: both done after 2 h. SUP-1 was marked vip at 10:30 and has 1 h from then
 * on, with the half hour before; SUP-2 is of tier Gold and has 90 minutes; the others have 4 h.
 */
describe('the audit of goals by JQL', () => {
  it('judges a label that was set in flight, and a field that never changed, by id', async () => {
    const policy = policyFile(goalPolicy('cf[10050] = Gold'));
    expect(await resolutionsUnder(policy, vipExport())).toMatchObject({
      ...{ code: 0, states: ['SUP-1 breached', 'SUP-2 breached', 'SUP-3 met'] },
    });
  });

  it('knows such a field by name where the export lists names', async () => {
    const policy = policyFile(goalPolicy('"Client tier" = Gold'));
    const named = { names: { customfield_10050: 'Client tier' }, ...vipExport() };
    const { states, err } = await resolutionsUnder(policy, named);
    expect(states).toEqual(['SUP-1 breached', 'SUP-2 breached', 'SUP-3 met']);
    expect(err).not.toMatch('Client tier');
  });

  it('says which name it does not know, and what to write instead', async () => {
    const policy = policyFile(goalPolicy('"Client tier" = Gold'));
    const { states, err } = await resolutionsUnder(policy, vipExport());
    expect(states).toEqual(['SUP-1 breached', 'SUP-2 met', 'SUP-3 met']);
    expect(err).toMatch('tells of a field "client tier", so it counts as empty: check the name,');
  });

  it.each([
    ['that does not parse', 'labels = vip AND', 'cannot be read as JQL: expected a field, found'],
    ['by a function', 'reporter = currentUser()', 'currentUser() is not answered for past moments'],
    ['by a field without past', 'text ~ down', 'the past of "text" is not known; a goal may ask'],
    ['by what it was', 'status was Open', '"was" is not answered; a goal asks what "status" is'],
    ['counted from now', 'created > -5d', '"-5d" counts from now; write a date like 2026-12-31'],
    ['by people’s names', 'assignee = "Anna B"', '"Anna B" is no account id;'],
    ['by a project’s name', 'project = Support', '"Support" is no project key;'],
  ])('refuses a goal %s, with its clock and number', async (_what, jql, told) => {
    const path = file('vip.json', vipExport());
    const { code, err } = await audit(path, '--policy', policyFile(goalPolicy(jql)));
    expect(code).toBe(1);
    expect(err).toContain(`clocks.resolution.goals[1].when.jql: ${told}`);
  });
});
