import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import type { OrderPolicy } from '../../../../src/core/order/policy/order-policy';
import { useTexts } from '../../ui/viewer';
import { Choices } from './choices';
import { hardnessOf, toggled, withHardness } from './edit-site';
import { PickedSelect } from './picked-select';

type Props = {
  readonly policy: OrderPolicy;
  readonly view: OrderSettingsView;
  readonly change: (changes: Partial<OrderPolicy>) => void;
};

/** Which links a policy goes by: of which types, and between which work items. */
export function PolicyLinks({ policy, view, change }: Props) {
  const { orderSettings: texts } = useTexts();
  return (
    <>
      <fieldset className="stack stack-tight">
        <legend className="field-label">{texts.linkTypes}</legend>
        <div className="form-row">
          {typesFor(policy, view, texts).map(({ id, label }) => (
            <PickedSelect
              key={id ?? ''}
              label={label}
              value={hardnessOf(policy, id)}
              names={texts.hardness}
              pick={(hardness) =>
                change({ linkTypes: withHardness(policy.linkTypes, id, hardness) })
              }
            />
          ))}
        </div>
      </fieldset>
      <Scope policy={policy} view={view} change={change} />
    </>
  );
}

/** The type that is chosen under General, all others of the site, and those that are gone. */
function typesFor(
  { linkTypes }: OrderPolicy,
  view: OrderSettingsView,
  texts: ReturnType<typeof useTexts>['orderSettings'],
): readonly { readonly id: string | null; readonly label: string }[] {
  const gone = linkTypes.filter(
    ({ typeId }) => typeId !== null && !view.linkTypes.some(({ id }) => id === typeId),
  );
  const chosen = view.linkTypes.find(({ id, name }) =>
    view.blockLinkTypeId === null ? name.toLowerCase() === 'blocks' : id === view.blockLinkTypeId,
  );
  // Named by itself only where a policy does so: else it stands here as the chosen one.
  const others = view.linkTypes.filter(
    ({ id }) => id !== chosen?.id || linkTypes.some(({ typeId }) => typeId === id),
  );
  return [
    { id: null, label: texts.linkTypeChosen(chosen?.name ?? texts.blocks) },
    ...others.map(({ id, name, outward }) => ({ id, label: `${name} (${outward})` })),
    ...gone.map(({ typeId }) => ({ id: typeId, label: texts.linkTypeGone(typeId ?? '') })),
  ];
}

function Scope({ policy, view, change }: Props) {
  const { orderSettings: texts } = useTexts();
  const { scope } = policy;
  const value = scope.kind === 'all' ? 'all' : scope.ids === null ? 'anyProject' : 'these';
  const pick = (next: keyof typeof texts.scopes) => {
    if (next === 'all') change({ scope: { kind: 'all' } });
    else change({ scope: { kind: 'clientProjects', ids: next === 'these' ? [] : null } });
  };
  return (
    <>
      <PickedSelect label={texts.scope} value={value} names={texts.scopes} pick={pick} />
      {scope.kind === 'clientProjects' &&
        scope.ids !== null &&
        (view.clientProjects.length === 0 ? (
          <p>{texts.noClientProjects}</p>
        ) : (
          <Choices
            legend={texts.clientProjects}
            options={view.clientProjects.map(({ id, key, name }) => ({
              ...{ value: id, label: `${key} · ${name}` },
            }))}
            chosen={scope.ids}
            toggle={(id) =>
              change({ scope: { kind: 'clientProjects', ids: toggled(scope.ids ?? [], id) } })
            }
          />
        ))}
    </>
  );
}
