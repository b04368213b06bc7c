import * as v from 'valibot';
import type { Answer } from '../contract/answer';
import type { DryRunList, OrderSettingsApi } from '../contract/order-settings';
import { checkRight } from '../usecases/check-right';
import type { UserEnv } from '../usecases/env';
import { cancelDryRun, deleteDryRun, resumeDryRun } from '../usecases/order/dry-run/change-dry-run';
import { listDryRuns } from '../usecases/order/dry-run/list-dry-runs';
import { startDryRun } from '../usecases/order/dry-run/start-dry-run';
import { listIllegalWork } from '../usecases/order/settings/list-illegal-work';
import {
  listOrderStatuses,
  loadOrderSettings,
} from '../usecases/order/settings/load-order-settings';
import { saveOrderSite } from '../usecases/order/settings/save-order-site';
import { done } from '../usecases/problem';
import { Anywhere, Nothing, surface } from './edge';

const Uuid = v.pipe(v.string(), v.uuid());
const ProjectKey = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,254}$/));
/** Parsed by the use case, which names what is at fault. */
const Site = v.custom<object>((value) => typeof value === 'object' && value !== null);
const Edit = v.object({
  site: Site,
  switchOn: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(100)),
});
const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365));
const DryRun = v.object({ site: Site, days: Days });
const OneRun = v.object({ dryRunId: Uuid });

const on = surface('tam-settings', Anywhere);

/** The functions of the tab "Blocking order"; for Jira administrators only. */
export const orderSettingsFunctions = {
  loadOrder: on('loadOrder', Nothing, (env) => asAdmin(env, () => loadOrderSettings(env))),
  listOrderStatuses: on(
    'listOrderStatuses',
    v.object({ projectKey: ProjectKey }),
    (env, { projectKey }) => asAdmin(env, () => listOrderStatuses(env, projectKey)),
  ),
  saveOrder: on('saveOrder', Edit, (env, { site, switchOn }) =>
    asAdmin(env, async () => {
      const saved = await saveOrderSite(env, site, switchOn);
      return saved.ok ? loadOrderSettings(env) : saved;
    }),
  ),
  listIllegalWork: on('listIllegalWork', v.object({ site: Site }), (env, { site }) =>
    asAdmin(env, () => listIllegalWork(env, site)),
  ),
  startDryRun: on('startDryRun', DryRun, (env, { site, days }) =>
    asAdmin(env, async () => {
      const started = await startDryRun(env, site, days);
      return started.ok ? done(await listDryRuns(env, started.value)) : started;
    }),
  ),
  cancelDryRun: on('cancelDryRun', OneRun, (env, run) => change(env, run, cancelDryRun)),
  resumeDryRun: on('resumeDryRun', OneRun, (env, run) => change(env, run, resumeDryRun)),
  deleteDryRun: on('deleteDryRun', OneRun, (env, run) => change(env, run, deleteDryRun)),
  dryRuns: on('dryRuns', v.object({ open: v.optional(Uuid) }), (env, { open }) =>
    asAdmin(env, async () => done(await listDryRuns(env, open))),
  ),
} satisfies { readonly [Name in keyof OrderSettingsApi]: unknown };

async function asAdmin<T>(env: UserEnv, act: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const problem = await checkRight(env, 'changeSettings', null);
  return problem === null ? act() : { ok: false, problem };
}

function change(
  env: UserEnv,
  { dryRunId }: v.InferOutput<typeof OneRun>,
  act: (env: UserEnv, id: string) => Promise<Answer<null>>,
): Promise<Answer<DryRunList>> {
  return asAdmin(env, async () => {
    const changed = await act(env, dryRunId);
    return changed.ok ? done(await listDryRuns(env, dryRunId)) : changed;
  });
}
