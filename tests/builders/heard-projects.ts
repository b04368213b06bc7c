import type { HeardProject } from '../../src/usecases/ports/heard-project';
import type { JiraPort } from '../../src/usecases/ports/jira-port';

/** Jira projects with their marks, as the Jira port says they behave. */
export class HeardProjects {
  projects: HeardProject[] = [];
  /** Thrown when this project is marked. */
  readonly failing = new Map<string, Error>();

  add(id: string, key: string, isHeard: 'heard' | 'unheard' = 'unheard'): void {
    this.projects.push({ id, key, name: key, isHeard: isHeard === 'heard' });
  }

  get keys(): string[] {
    return this.projects.filter(({ isHeard }) => isHeard).map(({ key }) => key);
  }

  readonly port: Pick<JiraPort, 'listHeardProjects' | 'hearProject' | 'unhearProject'> = {
    listHeardProjects: async () => this.projects,
    hearProject: async (id) => this.mark(id, { isHeard: true }),
    unhearProject: async (id) => this.mark(id, { isHeard: false }),
  };

  private mark(id: string, mark: Pick<HeardProject, 'isHeard'>): void {
    const error = this.failing.get(id);
    if (error !== undefined) throw error;
    this.projects = this.projects.map((each) => (each.id === id ? { ...each, ...mark } : each));
  }
}
