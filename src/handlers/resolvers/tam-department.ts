import { makeResolver } from '@forge/resolver';
import type { TamDepartmentApi } from '../../contract/tam-department';
import { loadDepartment } from '../../usecases/screens/load-department';
import { Nothing, OnProject, surface } from '../edge';

const on = surface('tam-department', OnProject);

/** jira:projectPage "tam-department": a department's work for all clients. */
export const handler = makeResolver<TamDepartmentApi>({
  load: on('load', Nothing, (env, _, { project }) => loadDepartment(env, project.id)),
});
