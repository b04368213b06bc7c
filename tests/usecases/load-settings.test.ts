import { loadSettings } from '../../src/usecases/settings/load-settings';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

describe('the settings page', () => {
  it('names the versions of a contract that cannot be used any more', async () => {
    const w = new SlaWorld();
    w.administersTam = true;
    w.addPolicy();
    w.addPolicy(goldPolicy({ version: 2 }), { text: '{"key":"gold","version":2}' });
    w.addPolicy(goldPolicy({ key: 'silver', name: 'Silver' }));
    const { env } = w;
    const asUser = {
      ...env.asUser,
      isJiraAdmin: async () => true,
      listHeardProjects: async () => [],
      listLinkTypes: async () => [],
    };
    const answer = await loadSettings({ ...env, asUser });
    const policies = answer.ok ? answer.value.policies : [];
    expect(policies.map(({ key, unusable }) => [key, unusable])).toEqual([
      ['gold', [2]],
      ['silver', []],
    ]);
  });
});
