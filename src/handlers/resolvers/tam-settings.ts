import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import type { Answer } from '../../contract/answer';
import type { SimulationList } from '../../contract/simulation';
import type { BackfillView, SettingsView, TamSettingsApi } from '../../contract/tam-settings';
import { languages } from '../../core/language';
import { cancelBackfill } from '../../usecases/backfill/cancel-backfill';
import { listBackfills } from '../../usecases/backfill/list-backfills';
import { startBackfill } from '../../usecases/backfill/start-backfill';
import { checkRight } from '../../usecases/check-right';
import type { UserEnv } from '../../usecases/env';
import { listHolidayPlaces } from '../../usecases/holidays/list-holiday-places';
import { previewHolidays } from '../../usecases/holidays/preview-holidays';
import { done } from '../../usecases/problem';
import { searchPeople } from '../../usecases/search-people';
import { loadSettings } from '../../usecases/settings/load-settings';
import { removeDepartment } from '../../usecases/settings/remove-department';
import { saveBlockLinkType } from '../../usecases/settings/save-block-link-type';
import { saveDepartment } from '../../usecases/settings/save-department';
import { saveLanguage } from '../../usecases/settings/save-language';
import { savePolicy } from '../../usecases/settings/save-policy';
import { cancelSimulation } from '../../usecases/simulation/cancel-simulation';
import { deleteSimulation } from '../../usecases/simulation/delete-simulation';
import { listSimulations } from '../../usecases/simulation/list-simulations';
import { resumeSimulation } from '../../usecases/simulation/resume-simulation';
import { startSimulation } from '../../usecases/simulation/start-simulation';
import { coverageFunctions } from '../coverage-functions';
import { Anywhere, Nothing, surface } from '../edge';
import { orderSettingsFunctions } from '../order-settings-functions';

const Id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const Uuid = v.pipe(v.string(), v.uuid());
/** A value of Forge KVS holds 240 KiB. */
const PolicyFile = v.pipe(v.string(), v.maxLength(200_000));
const Policy = v.object({
  text: PolicyFile,
  openCycles: v.optional(v.picklist(['keep', 'apply']), 'keep'),
});
const Department = v.object({
  projectId: Id,
  name: v.string(),
  leadAccountId: v.nullable(v.pipe(v.string(), v.maxLength(128))),
  isOpen: v.optional(v.boolean(), false),
});
const Simulation = v.object({
  clientProjectId: Uuid,
  months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36)),
  text: PolicyFile,
});
const OneRun = v.object({ simulationId: Uuid });
const Year = v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100));
const Holidays = v.pipe(
  v.variant('source', [
    v.object({
      ...{ source: v.literal('country'), from: Year, to: Year },
      place: v.pipe(v.string(), v.regex(/^[A-Z]{2}(-[\w .]{1,20}){0,2}$/)),
    }),
    v.object({
      ...{ source: v.literal('ics'), from: Year, to: Year },
      text: v.pipe(v.string(), v.maxLength(400_000)),
    }),
  ]),
  v.check(({ from, to }) => from <= to && to - from < 10),
);
const LanguageEdit = v.object({ language: v.picklist(languages) });
const Search = v.object({ text: v.pipe(v.string(), v.maxLength(255)) });

const on = surface('tam-settings', Anywhere);

/** jira:adminPage "tam-settings": departments, the order's link type, policies, backfills. */
export const handler = makeResolver<TamSettingsApi>({
  ...coverageFunctions,
  ...orderSettingsFunctions,
  load: on('load', Nothing, (env) => loadSettings(env)),
  saveDepartment: on('saveDepartment', Department, async (env, edit) =>
    reload(env, await saveDepartment(env, edit)),
  ),
  removeDepartment: on('removeDepartment', v.object({ projectId: Id }), async (env, edit) =>
    reload(env, await removeDepartment(env, edit.projectId)),
  ),
  searchPeople: on('searchPeople', Search, (env, { text }) =>
    asAdmin(env, () => searchPeople(env, text)),
  ),
  saveBlockLinkType: on('saveBlockLinkType', v.object({ linkTypeId: Id }), async (env, edit) =>
    reload(env, await saveBlockLinkType(env, edit.linkTypeId)),
  ),
  saveLanguage: on('saveLanguage', LanguageEdit, async (env, { language }) =>
    reload(env, await saveLanguage(env, language)),
  ),
  savePolicy: on('savePolicy', Policy, async (env, { text, openCycles }) =>
    reload(env, await asAdmin(env, () => savePolicy(env, text, openCycles))),
  ),
  startBackfill: on('startBackfill', v.object({ clientProjectId: Uuid }), async (env, edit) =>
    relist(env, await asAdmin(env, () => startBackfill(env, edit.clientProjectId))),
  ),
  cancelBackfill: on('cancelBackfill', v.object({ backfillId: Uuid }), async (env, edit) =>
    relist(env, await asAdmin(env, () => cancelBackfill(env, edit.backfillId))),
  ),
  startSimulation: on('startSimulation', Simulation, async (env, request) => {
    const started = await asAdmin(env, () => startSimulation(env, request));
    return started.ok ? done(await listSimulations(env, started.value)) : started;
  }),
  cancelSimulation: on('cancelSimulation', OneRun, (env, run) =>
    change(env, run, cancelSimulation),
  ),
  resumeSimulation: on('resumeSimulation', OneRun, (env, run) =>
    change(env, run, resumeSimulation),
  ),
  deleteSimulation: on('deleteSimulation', OneRun, (env, run) =>
    change(env, run, deleteSimulation),
  ),
  simulations: on('simulations', v.object({ open: v.optional(Uuid) }), (env, { open }) =>
    asAdmin(env, async () => done(await listSimulations(env, open))),
  ),
  holidayPlaces: on('holidayPlaces', Nothing, (env) =>
    asAdmin(env, async () => done(await listHolidayPlaces())),
  ),
  previewHolidays: on('previewHolidays', Holidays, (env, request) =>
    asAdmin(env, () => previewHolidays(env, request)),
  ),
  backfills: on('backfills', Nothing, (env) =>
    asAdmin(env, async () => done(await listBackfills(env))),
  ),
});

async function asAdmin<T>(env: UserEnv, act: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const problem = await checkRight(env, 'changeSettings', null);
  return problem === null ? act() : { ok: false, problem };
}

async function reload(env: UserEnv, changed: Answer<unknown>): Promise<Answer<SettingsView>> {
  return changed.ok ? loadSettings(env) : changed;
}

async function change(
  env: UserEnv,
  { simulationId }: v.InferOutput<typeof OneRun>,
  act: (env: UserEnv, id: string) => Promise<Answer<null>>,
): Promise<Answer<SimulationList>> {
  const changed = await asAdmin(env, () => act(env, simulationId));
  return changed.ok ? done(await listSimulations(env, simulationId)) : changed;
}

async function relist(
  env: UserEnv,
  changed: Answer<unknown>,
): Promise<Answer<readonly BackfillView[]>> {
  return changed.ok ? done(await listBackfills(env)) : changed;
}
