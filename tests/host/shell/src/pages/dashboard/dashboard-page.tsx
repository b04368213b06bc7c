import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { eventBus } from '../../bridge/event-bus';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { useLoad } from '../../lib/use-load';
import { AddGadget } from './add-gadget';
import { readDashboard } from './dashboard-data';
import { GadgetGrid } from './gadget-grid';

const CRUMBS = [{ href: '/dashboards', text: 'Dashboards' }];

function refreshAll(): void {
  eventBus.emit('JIRA_DASHBOARD_GADGET_REFRESH', { origin: 'dashboard' });
}

type ActionsProps = { mode: 'view' | 'edit'; setMode: (mode: 'view' | 'edit') => void };

function Actions({ mode, setMode }: ActionsProps) {
  if (mode === 'edit') {
    return (
      <Button appearance="primary" onClick={() => setMode('view')}>
        Done
      </Button>
    );
  }
  return (
    <>
      <Button onClick={refreshAll}>Refresh</Button>
      <Button onClick={() => setMode('edit')}>Edit</Button>
    </>
  );
}

export function DashboardPage({ dashboardId }: { dashboardId: string }) {
  const [mode, setMode] = useState<'view' | 'edit'>('view');
  const loaded = useLoad(`dashboard ${dashboardId}`, () => readDashboard(dashboardId));
  const title = loaded.data?.dashboard.name ?? 'Dashboard';
  return (
    <>
      <PageHead title={title} crumbs={CRUMBS} actions={<Actions mode={mode} setMode={setMode} />} />
      <LoadState of={loaded} what="the dashboard">
        {({ gadgets, modules }) => (
          <div className={mode === 'edit' ? 'dashboard-editing' : ''}>
            <GadgetGrid
              dashboardId={dashboardId}
              gadgets={gadgets}
              modules={modules}
              mode={mode}
              reload={loaded.reload}
            />
            {mode === 'edit' && (
              <AddGadget
                dashboardId={dashboardId}
                modules={modules}
                nextRow={gadgets.length}
                reload={loaded.reload}
              />
            )}
          </div>
        )}
      </LoadState>
    </>
  );
}
