import type { Answer } from '../../contract/answer';
import type { DepartmentEdit } from '../../contract/tam-settings';
import type { Department } from '../../core/project/client-project';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { done, refuse, refuseInput, textsFor } from '../problem';
import { auditSetting } from './audit-setting';
import { markProjects } from './mark-projects';

const LONGEST_NAME = 100;

/** Registers a Jira project as a department, or changes how it is registered. */
export async function saveDepartment(env: UserEnv, edit: DepartmentEdit): Promise<Answer<null>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  const texts = textsFor(env);
  const name = edit.name.trim();
  if (name === '') return refuseInput(texts.formHasFaults, { name: texts.formFault.empty });
  if (name.length > LONGEST_NAME) {
    return refuseInput(texts.formHasFaults, { name: texts.formFault.tooLong });
  }
  const projects = await env.asUser.listProjects();
  const project = projects.find(({ id }) => id === edit.projectId);
  if (project === undefined) return refuse('notFound', texts.notADepartment);
  const department: Department = {
    projectId: project.id,
    projectKey: project.key,
    name,
    leadAccountId: edit.leadAccountId,
    isOpen: edit.isOpen ?? false,
  };
  await env.settings.saveDepartment(department);
  await auditSetting(env, 'saveDepartment', { projectId: project.id, isOpen: department.isOpen });
  await markProjects(env);
  return done(null);
}
