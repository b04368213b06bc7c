import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import type { TamWorkspaceApi } from '../../contract/tam-workspace';
import { listProjectPasses } from '../../usecases/order/passes/list-project-passes';
import { applyWhatIf } from '../../usecases/order/what-if/apply-what-if';
import { changeWhatIf } from '../../usecases/order/what-if/change-what-if';
import { loadWhatIf } from '../../usecases/order/what-if/load-what-if';
import { createClientProject } from '../../usecases/projects/create-client-project';
import { loadWorkspace } from '../../usecases/projects/load-workspace';
import { openClientProject } from '../../usecases/projects/open-client-project';
import { saveClientProject } from '../../usecases/projects/save-client-project';
import { searchPeople } from '../../usecases/search-people';
import { Anywhere, Nothing, surface } from '../edge';
import { ApplyWhatIfPayload, WhatIfEditPayload } from '../what-if-payloads';

const AccountId = v.pipe(v.string(), v.maxLength(128));
const Text = v.pipe(v.string(), v.trim());
const Uuid = v.pipe(v.string(), v.uuid());

/** Shapes only: what a form may hold is a rule of the core, with a text per field. */
const FORM = {
  name: Text,
  client: Text,
  tamAccountId: AccountId,
  deputyAccountIds: v.array(AccountId),
  viewerAccountIds: v.array(AccountId),
  policyKey: v.nullable(v.pipe(v.string(), v.maxLength(255))),
  incidentsJql: Text,
  // A page of before the setting sends none, and may not open what is closed.
  countsHidden: v.optional(v.boolean(), false),
};
const NewProject = v.object({ ...FORM, key: v.pipe(v.string(), v.trim(), v.toUpperCase()) });
const Edit = v.object({ ...FORM, clientProjectId: Uuid, version: v.pipe(v.number(), v.integer()) });
/** Out of the address bar, so anything: the use case says what is not there. */
const Open = v.object({ clientProjectId: v.pipe(v.string(), v.maxLength(255)) });
const Search = v.object({ text: v.pipe(v.string(), v.maxLength(255)) });

const on = surface('tam-workspace', Anywhere);

/** jira:globalPage "tam-workspace": the portfolio, and one client project. */
export const handler = makeResolver<TamWorkspaceApi>({
  load: on('load', Nothing, (env) => loadWorkspace(env)),
  open: on('open', Open, (env, { clientProjectId }) => openClientProject(env, clientProjectId)),
  passes: on('passes', Open, (env, { clientProjectId }) => listProjectPasses(env, clientProjectId)),
  whatIf: on('whatIf', Open, (env, { clientProjectId }) => loadWhatIf(env, clientProjectId)),
  changeWhatIf: on('changeWhatIf', WhatIfEditPayload, (env, edit) => changeWhatIf(env, edit)),
  applyWhatIf: on('applyWhatIf', ApplyWhatIfPayload, (env, { clientProjectId, stamp }) =>
    applyWhatIf(env, clientProjectId, stamp),
  ),
  createProject: on('createProject', NewProject, async (env, form) => {
    const created = await createClientProject(env, form);
    return created.ok ? loadWorkspace(env) : created;
  }),
  saveProject: on('saveProject', Edit, async (env, edit) => {
    const saved = await saveClientProject(env, edit);
    return saved.ok ? openClientProject(env, edit.clientProjectId) : saved;
  }),
  searchPeople: on('searchPeople', Search, (env, { text }) => searchPeople(env, text)),
});
