import type { UserEnv } from '../../src/usecases/env';
import { createEpic } from '../../src/usecases/projects/create-epic';
import { anIssue } from '../builders/issues';
import { aDepartment, OrderWorld } from '../builders/order-world';

const created = anIssue('BCK-3');
const backup = aDepartment('BCK', 'Backup');

/** ACME with NET-12, and a Jira in which its TAM may create epics in Backup. */
function worldOfAcme(): { world: OrderWorld; env: UserEnv; types: string[] } {
  const world = new OrderWorld();
  world.departments = [backup];
  world.issues = [anIssue('NET-12')];
  world.addProject({}, ['NET-12']);
  const types: string[] = [];
  const { env } = world;
  const asUser = {
    ...env.asUser,
    listIssueTypes: async () => [
      { id: '1', name: 'Task', isSubtask: false, hierarchyLevel: 0 },
      { id: '2', name: 'Epic', isSubtask: false, hierarchyLevel: 1 },
    ],
    createIssue: async ({ issueTypeId }: { issueTypeId: string }) => {
      types.push(issueTypeId);
      return created;
    },
  };
  return { world, env: { ...env, asUser }, types };
}

const request = { projectId: backup.projectId, summary: 'Backups', dueDate: null };
const panel = anIssue('NET-12').id;

describe('createEpic', () => {
  it('creates an issue of the type that stands on level 1, and links it', async () => {
    const { world, env, types } = worldOfAcme();
    expect(await createEpic(env, panel, request)).toEqual({ ok: true, value: null });
    expect(types).toEqual(['2']);
    expect(world.epics.map(({ issueId }) => issueId)).toContain(created.id);
    expect(world.calls).toEqual([]);
  });

  it('names an issue that it could not link, so that nobody makes it twice', async () => {
    const { world, env } = worldOfAcme();
    const projects = { ...env.projects, addEpic: () => Promise.reject(new Error('SQL is away')) };
    expect(await createEpic({ ...env, projects }, panel, request)).toEqual({
      ok: false,
      problem: {
        code: 'unavailable',
        text: 'BCK-3 is created, but not linked yet. Link it by its key.',
      },
    });
    expect(world.warnings).toEqual(['created, not linked']);
  });
});
