import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import StatusError from '@atlaskit/icon/core/status-error';
import StatusInformation from '@atlaskit/icon/core/status-information';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import StatusWarning from '@atlaskit/icon/core/status-warning';
import { closeFlag, type FlagTone, flags, type HostFlag } from '../lib/flags';
import { useValue } from '../lib/value-store';

/** Long enough to read a refusal of 255 characters twice. */
const SHOWN_S = 15;

const ICONS: Record<FlagTone, React.ReactElement> = {
  error: <StatusError label="Error" color="var(--ds-icon-danger)" />,
  info: <StatusInformation label="Information" color="var(--ds-icon-information)" />,
  success: <StatusSuccess label="Success" color="var(--ds-icon-success)" />,
  warning: <StatusWarning label="Warning" color="var(--ds-icon-warning)" />,
};

function render(flag: HostFlag) {
  const props = {
    id: flag.id,
    title: flag.title,
    description: flag.description,
    icon: ICONS[flag.tone],
    actions: flag.actions.map((action) => ({ content: action.text, onClick: action.onClick })),
  };
  return flag.goesByItself ? (
    <AutoDismissFlag key={flag.id} {...props} autoDismissSeconds={SHOWN_S} />
  ) : (
    <Flag key={flag.id} {...props} />
  );
}

/** Messages in the lower left corner, above everything. */
export function Flags() {
  const shown = useValue(flags);
  return (
    <FlagGroup onDismissed={(id) => closeFlag(String(id))} label="Messages">
      {shown.map(render)}
    </FlagGroup>
  );
}
