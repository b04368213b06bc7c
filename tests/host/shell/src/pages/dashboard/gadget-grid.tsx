import EmptyState from '@atlaskit/empty-state';
import type { AppModule } from '../../lib/host-types';
import type { Gadget } from '../../lib/jira-types';
import { moduleOf, placeOf } from './dashboard-data';
import { GadgetFrame } from './gadget-frame';

type GadgetGridProps = {
  dashboardId: string;
  gadgets: Gadget[];
  modules: AppModule[];
  mode: 'view' | 'edit';
  reload: () => Promise<void>;
};

const COLUMNS = [0, 1];

function inColumn(gadgets: Gadget[], column: number): Gadget[] {
  return gadgets
    .filter((gadget) => Math.min(placeOf(gadget).column, COLUMNS.length - 1) === column)
    .sort((one, other) => placeOf(one).row - placeOf(other).row);
}

/** Two columns as in Jira's usual layout; a column that is empty leaves its room to the other. */
export function GadgetGrid({ dashboardId, gadgets, modules, mode, reload }: GadgetGridProps) {
  if (gadgets.length === 0) {
    return (
      <EmptyState header="This dashboard is empty" description="Choose Edit and add a gadget." />
    );
  }
  return (
    <div className="gadget-grid">
      {COLUMNS.map((column) => (
        <div key={column} className="gadget-column">
          {inColumn(gadgets, column).map((gadget) => (
            <GadgetFrame
              key={gadget.id}
              dashboardId={dashboardId}
              gadget={gadget}
              module={moduleOf(gadget, modules)}
              mode={mode}
              reload={reload}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
