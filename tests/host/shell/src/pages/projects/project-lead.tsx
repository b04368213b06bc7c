import { Person } from '../../kit/person';
import { http } from '../../lib/http';
import type { Project } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';

/** The list of projects names no leads; each project does. */
export function ProjectLead({ projectKey }: { projectKey: string }) {
  const { data } = useLoad(`lead ${projectKey}`, () =>
    http.get<Project>(`/rest/api/3/project/${projectKey}`),
  );
  return data?.lead ? <Person user={data.lead} /> : null;
}
