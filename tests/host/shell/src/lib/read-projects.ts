import type { Board, Project } from './jira-types';
import { readPages } from './read-pages';

export type ProjectWithBoard = Project & { board: Board | undefined };

/** Every project that the acting person may see, with its first board. */
export async function readProjects(): Promise<ProjectWithBoard[]> {
  const [projects, boards] = await Promise.all([
    readPages<Project>('/rest/api/3/project/search?orderBy=name'),
    readPages<Board>('/rest/agile/1.0/board'),
  ]);
  return projects.map((project) => ({
    ...project,
    board: boards.find((board) => board.location?.projectKey === project.key),
  }));
}
