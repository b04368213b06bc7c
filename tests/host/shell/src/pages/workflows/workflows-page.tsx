import Lozenge from '@atlaskit/lozenge';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { http } from '../../lib/http';
import type { Project } from '../../lib/jira-types';
import { readPages } from '../../lib/read-pages';
import { Link } from '../../lib/router';
import { useLoad } from '../../lib/use-load';
import type { Workflow } from '../../lib/workflow-types';

type Row = { workflow: Workflow; projects: Project[] };

async function readRows(): Promise<Row[]> {
  const search = '/rest/api/3/workflows/search?expand=values.transitions&maxResults=200';
  const [{ values }, projects] = await Promise.all([
    http.get<{ values: Workflow[] }>(search),
    readPages<Project>('/rest/api/3/project/search?orderBy=name'),
  ]);
  return Promise.all(
    values.map(async (workflow) => {
      const path = `/rest/api/3/workflow/${workflow.id}/projectUsages?maxResults=200`;
      const usages = await http.get<{ projects: { values: { id: string }[] } }>(path);
      const ids = new Set(usages.projects.values.map(({ id }) => id));
      return { workflow, projects: projects.filter(({ id }) => ids.has(id)) };
    }),
  );
}

const rulesOf = ({ transitions }: Workflow): number =>
  transitions.reduce((sum, { validators }) => sum + validators.length, 0);

function kindOf({ isEditable, scope }: Workflow): string {
  if (!isEditable) return 'read-only';
  return scope.type === 'PROJECT' ? 'team-managed' : 'company-managed';
}

/** Every workflow that the person may edit: all for administrators of Jira. */
export function WorkflowsPage() {
  const loaded = useLoad('workflows', readRows);
  return (
    <>
      <PageHead title="Workflows" crumbs={[{ href: '/admin', text: 'Jira settings' }]} />
      <LoadState of={loaded} what="the workflows">
        {(rows) => (
          <table className="table" aria-label="Workflows">
            <thead>
              <tr>
                {['Name', 'Kind', 'Projects', 'Rules'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ workflow, projects }) => (
                <tr key={workflow.id}>
                  <td>
                    <Link href={`/admin/workflows/${workflow.id}`}>{workflow.name}</Link>
                  </td>
                  <td>
                    <Lozenge>{kindOf(workflow)}</Lozenge>
                  </td>
                  <td className="cell-wide">{projects.map(({ name }) => name).join(', ')}</td>
                  <td>{rulesOf(workflow)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </LoadState>
    </>
  );
}
