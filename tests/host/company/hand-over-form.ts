import type { OrderSettingsView } from '../../../src/contract/order-settings';
import type { HandOverForm } from '../../../src/core/order/policy/order-site';
import type { Host } from '../host';
import { asker } from './ask';
import { people } from './people';
import { workflowId } from './workflows';

/** What Network tells Virtualisation about the network that it has made ready. */
export const networkForm: HandOverForm = {
  ...{ fromProjectKey: 'NET', toProjectKey: 'VIRT', gatesFinish: true },
  fields: [
    { key: 'vlan', label: 'VLAN', isRequired: true },
    { key: 'addresses', label: 'Addresses', isRequired: true },
    { key: 'note', label: 'Anything else', isRequired: false },
  ],
};

/** Saves the forms on the settings page, as an administrator. */
export async function saveHandOvers(host: Host, handOvers: readonly HandOverForm[]): Promise<void> {
  const ask = asker(host, 'tam-settings', { as: people.admin.accountId });
  const { site } = await ask<OrderSettingsView>('loadOrder', {});
  await ask('saveOrder', { site: { ...site, handOvers }, switchOn: [] });
}

/** Puts the app's rule on "Done" of the workflow that most departments share. */
export async function gateDone(host: Host): Promise<void> {
  const ask = asker(host, 'tam-settings', { as: people.admin.accountId });
  const plans = await ask<{ confirmation: string }[]>('planRules', {
    workflowIds: [workflowId.department],
  });
  await ask('attachRule', {
    workflowId: workflowId.department,
    transitions: [{ id: '31', gates: ['finish'] }],
    confirmation: plans[0]?.confirmation,
  });
}
