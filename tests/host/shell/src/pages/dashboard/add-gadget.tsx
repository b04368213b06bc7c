import Button from '@atlaskit/button/new';
import { showProblem } from '../../lib/flags';
import type { AppModule } from '../../lib/host-types';
import { addGadget } from './dashboard-data';

type AddGadgetProps = {
  dashboardId: string;
  modules: AppModule[];
  nextRow: number;
  reload: () => Promise<void>;
};

/** What may be put on a dashboard: the gadgets of the app. */
export function AddGadget({ dashboardId, modules, nextRow, reload }: AddGadgetProps) {
  const add = async (module: AppModule) => {
    try {
      await addGadget(dashboardId, module, nextRow);
    } catch (problem) {
      showProblem("The gadget wasn't added", problem);
    }
    await reload();
  };
  return (
    <aside className="gadget-picker" aria-labelledby="add-gadget">
      <h2 id="add-gadget">Add a gadget</h2>
      <ul className="plain-list">
        {modules.map((module) => (
          <li key={module.key} className="gadget-choice">
            <span>{module.title}</span>
            <Button onClick={() => void add(module)} aria-label={`Add ${module.title}`}>
              Add
            </Button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
