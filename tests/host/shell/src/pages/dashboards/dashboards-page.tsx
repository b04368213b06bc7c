import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { type FormEvent, useState } from 'react';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { Person } from '../../kit/person';
import { showProblem } from '../../lib/flags';
import { http } from '../../lib/http';
import type { Dashboard } from '../../lib/jira-types';
import { readDashboards } from '../../lib/read-dashboards';
import { go, Link } from '../../lib/router';
import { useLoad } from '../../lib/use-load';

async function createDashboard(name: string): Promise<void> {
  try {
    const body = { name, sharePermissions: [], editPermissions: [] };
    const { id } = await http.post<{ id: string }>('/rest/api/3/dashboard', body);
    go(`/dashboard/${id}`);
  } catch (problem) {
    showProblem("The dashboard wasn't created", problem);
  }
}

function CreateForm({ onCancel }: { onCancel: () => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void createDashboard(String(new FormData(event.currentTarget).get('name')));
  };
  return (
    <form className="jql-form" onSubmit={submit} aria-label="Create dashboard">
      <input name="name" className="field" aria-label="Dashboard name" required />
      <Button type="submit" appearance="primary">
        Save
      </Button>
      <Button appearance="subtle" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}

function DashboardTable({ dashboards }: { dashboards: Dashboard[] }) {
  return (
    <table className="table" aria-label="Dashboards">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Owner</th>
        </tr>
      </thead>
      <tbody>
        {dashboards.map(({ id, name, owner }) => (
          <tr key={id}>
            <td className="cell-wide">
              <Link href={`/dashboard/${id}`}>{name}</Link>
            </td>
            <td>{owner && <Person user={owner} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DashboardsPage() {
  const [isCreating, setIsCreating] = useState(false);
  const dashboards = useLoad('dashboards', readDashboards);
  const create = (
    <Button appearance="primary" onClick={() => setIsCreating(true)}>
      Create dashboard
    </Button>
  );
  return (
    <>
      <PageHead title="Dashboards" actions={create} />
      {isCreating && <CreateForm onCancel={() => setIsCreating(false)} />}
      <LoadState of={dashboards} what="the dashboards">
        {(all) =>
          all.length > 0 ? (
            <DashboardTable dashboards={all} />
          ) : (
            <EmptyState header="No dashboards yet" description="Create one and add a gadget." />
          )
        }
      </LoadState>
    </>
  );
}
