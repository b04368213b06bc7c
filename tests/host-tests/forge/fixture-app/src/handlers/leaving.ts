import { asApp, route } from '@forge/api';
import { kvs } from '@forge/kvs';

type Rules = {
  values: { workflowId: { name: string }; validators: { id: string; key: string }[] }[];
};

/** Turns the app's rules off before it goes; fails first where the store says so. */
export async function handler(): Promise<void> {
  if ((await kvs.get('leave-badly')) === true) throw new Error('not without a fuss');
  const path = route`/rest/api/3/workflow/rule/config?types=validator`;
  const { values } = (await (await asApp().requestJira(path)).json()) as Rules;
  const configuration = { value: '', disabled: true };
  const workflows = values.map(({ workflowId: { name }, validators }) => ({
    workflowId: { name },
    validators: validators.map(({ id, key }) => ({ id, key, configuration })),
  }));
  await asApp().requestJira(route`/rest/api/3/workflow/rule/config`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ workflows }),
  });
}
