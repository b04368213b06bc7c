import ShowMore from '@atlaskit/icon/core/show-more-horizontal';
import { eventBus } from '../../bridge/event-bus';
import { Menu, MenuItem } from '../../kit/menu';
import { showProblem } from '../../lib/flags';
import type { Gadget } from '../../lib/jira-types';
import { moveGadget, placeOf, removeGadget } from './dashboard-data';

type GadgetMenuProps = {
  dashboardId: string;
  gadget: Gadget;
  mode: 'view' | 'edit';
  onConfigure: (() => void) | undefined;
  reload: () => Promise<void>;
};

export function GadgetMenu({ dashboardId, gadget, mode, onConfigure, reload }: GadgetMenuProps) {
  const change = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (problem) {
      showProblem("The gadget wasn't changed", problem);
    }
    await reload();
  };
  const refresh = () =>
    eventBus.emit('JIRA_DASHBOARD_GADGET_REFRESH', { origin: 'gadget', gadgetId: gadget.id });
  const other = placeOf(gadget).column === 0 ? 1 : 0;
  const edits: [string, () => void][] = [
    ...(onConfigure ? ([['Configure', onConfigure]] as [string, () => void][]) : []),
    [
      other === 0 ? 'Move to left column' : 'Move to right column',
      () => void change(() => moveGadget(dashboardId, gadget, other)),
    ],
    ['Remove', () => void change(() => removeGadget(dashboardId, gadget))],
  ];
  const items: [string, () => void][] = [
    ['Refresh gadget', refresh],
    ...(mode === 'edit' ? edits : []),
  ];
  return (
    <Menu
      label={`More actions for ${gadget.title}`}
      trigger={<ShowMore label="" />}
      triggerClass="icon-button"
      align="right"
    >
      {(close) =>
        items.map(([text, act]) => (
          <MenuItem
            key={text}
            onSelect={() => {
              close();
              act();
            }}
          >
            {text}
          </MenuItem>
        ))
      }
    </Menu>
  );
}
