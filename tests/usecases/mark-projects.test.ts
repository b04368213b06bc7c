import { JiraBusyError } from '../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../src/usecases/ports/jira-error';
import { markProjects } from '../../src/usecases/settings/mark-projects';
import { acmeWorld } from '../builders/acme-world';
import type { SlaWorld } from '../builders/sla-world';

const department = (projectId: string, projectKey: string) => ({
  ...{ projectId, projectKey, name: projectKey, leadAccountId: null, isOpen: false },
});

/** Departments NET and VIRT; ACME's incidents are in SUP. HR is nobody's business. */
function world(): SlaWorld {
  const world = acmeWorld();
  world.departments = [department('1', 'NET'), department('2', 'VIRT')];
  for (const [id, key] of [
    ['1', 'NET'],
    ['2', 'VIRT'],
    ['10100', 'SUP'],
    ['4', 'HR'],
  ] as const) {
    world.heard.add(id, key);
  }
  return world;
}

describe('markProjects', () => {
  it('marks departments and projects with incidents, and no others', async () => {
    const w = world();
    await markProjects(w.env);
    expect(w.heard.keys).toEqual(['NET', 'VIRT', 'SUP']);
  });

  it('takes the mark away when a department is removed, unless it has incidents', async () => {
    const w = world();
    await markProjects(w.env);
    w.departments = [department('1', 'NET')];
    await markProjects(w.env);
    expect(w.heard.keys).toEqual(['NET', 'SUP']);
    w.projects.length = 0;
    await markProjects(w.env);
    expect(w.heard.keys).toEqual(['NET']);
  });

  it('marks all while a JQL names no project, so that nothing is lost', async () => {
    const w = world();
    w.addProject({ key: 'BETA', incidentsJql: 'labels = BETA' });
    await markProjects(w.env);
    expect(w.heard.keys).toEqual(['NET', 'VIRT', 'SUP', 'HR']);
  });

  it('goes on past a project that Jira refuses to mark', async () => {
    const w = world();
    w.heard.failing.set('1', new JiraError('PUT /project', 403));
    await markProjects(w.env);
    expect(w.heard.keys).toEqual(['VIRT', 'SUP']);
    expect(w.warnings).toEqual(['project not marked']);
  });

  it('leaves the rest for the next hour when Jira is busy', async () => {
    const w = world();
    w.heard.failing.set('2', new JiraBusyError(60, null));
    await markProjects(w.env);
    expect(w.heard.keys).toEqual(['NET']);
    w.heard.failing.clear();
    await markProjects(w.env);
    expect(w.heard.keys).toEqual(['NET', 'VIRT', 'SUP']);
  });

  it('writes no more at once than it may', async () => {
    const w = world();
    await markProjects(w.env, 2);
    expect(w.heard.keys).toEqual(['NET', 'VIRT']);
  });
});
