import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import type { OrderPolicy } from '../../../../src/core/order/policy/order-policy';
import { TextField } from '../../ui/inputs';
import { useTexts } from '../../ui/viewer';
import { Choices, Switch } from './choices';
import { toggled } from './edit-site';
import { Lags } from './lags';
import { PickedSelect } from './picked-select';
import { PolicyLinks } from './policy-links';

type Props = {
  readonly policy: OrderPolicy;
  readonly view: OrderSettingsView;
  readonly change: (changes: Partial<OrderPolicy>) => void;
};

/** Everything of a policy that most sites leave as it is. */
export function PolicyDetails({ policy, view, change }: Props) {
  const { orderSettings: texts } = useTexts();
  return (
    <details>
      <summary>{texts.details}</summary>
      <div className="stack">
        <TextField
          label={texts.name}
          value={policy.name}
          maxLength={255}
          onChange={(name) => change({ name })}
        />
        <PolicyLinks policy={policy} view={view} change={change} />
        <Releasing policy={policy} view={view} change={change} />
        <Lags policy={policy} departments={view.departments} change={(lags) => change({ lags })} />
        <Families policy={policy} change={change} />
      </div>
    </details>
  );
}

function Releasing({ policy, view, change }: Props) {
  const { orderSettings: texts } = useTexts();
  const { releasing } = policy;
  return (
    <>
      <PickedSelect
        label={texts.releasing}
        value={releasing.kind}
        names={texts.releasings}
        pick={(kind) =>
          change({
            releasing:
              kind === 'wellKnown'
                ? { kind }
                : {
                    kind,
                    resolutionIds:
                      releasing.kind === 'wellKnown' ? [] : [...releasing.resolutionIds],
                  },
          })
        }
      />
      {releasing.kind !== 'wellKnown' && (
        <Choices
          legend={texts.resolutions}
          options={view.resolutions.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={releasing.resolutionIds}
          toggle={(id) =>
            change({
              releasing: { ...releasing, resolutionIds: toggled(releasing.resolutionIds, id) },
            })
          }
        />
      )}
      <Switch
        label={texts.duplicates}
        hint={texts.duplicatesHint}
        checked={policy.followDuplicates}
        onChange={(followDuplicates) => change({ followDuplicates })}
      />
    </>
  );
}

function Families({ policy, change }: Omit<Props, 'view'>) {
  const { orderSettings: texts } = useTexts();
  const { inherit } = policy;
  return (
    <>
      <Switch
        label={texts.strict}
        hint={texts.strictHint}
        checked={policy.strict}
        onChange={(strict) => change({ strict })}
      />
      <Switch
        label={texts.toSubtasks}
        hint={texts.toSubtasksHint}
        checked={inherit.toSubtasks}
        onChange={(toSubtasks) => change({ inherit: { ...inherit, toSubtasks } })}
      />
      <Switch
        label={texts.fromEpic}
        hint={texts.fromEpicHint}
        checked={inherit.fromEpic}
        onChange={(fromEpic) => change({ inherit: { ...inherit, fromEpic } })}
      />
      <PickedSelect
        label={texts.epicDone}
        value={policy.epicDone}
        names={texts.epicsDone}
        pick={(epicDone) => change({ epicDone })}
      />
      <PickedSelect
        label={texts.onUnknown}
        value={policy.onUnknown}
        names={texts.onUnknowns}
        pick={(onUnknown) => change({ onUnknown })}
      />
    </>
  );
}
