import { useState } from 'react';
import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import type { Person } from '../../../../src/core/issue';
import { SelectField } from '../../ui/inputs';
import { PeopleField } from '../../ui/people-field';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { type SiteProps, withRules } from './edit-site';
import { PickedSelect } from './picked-select';

type Props = SiteProps & { readonly view: OrderSettingsView };

/** Who and what no policy stops, and which link types mean something else. */
export function Exceptions({ site, change, view }: Props) {
  const { orderSettings: texts } = useTexts();
  const { rules } = site;
  return (
    <>
      <PickedSelect
        label={texts.onUncertain}
        value={rules.onUncertain}
        names={texts.onUncertains}
        pick={(onUncertain) => change(withRules(site, { onUncertain }))}
      />
      <PickedSelect
        label={texts.portal}
        value={rules.portal}
        names={texts.portals}
        pick={(portal) => change(withRules(site, { portal }))}
      />
      <FreeAccounts site={site} change={change} view={view} />
      <TypeField
        label={texts.duplicateType}
        typeId={rules.duplicateTypeId}
        view={view}
        pick={(duplicateTypeId) => change(withRules(site, { duplicateTypeId }))}
      />
      <TypeField
        label={texts.clonersType}
        typeId={rules.clonersTypeId}
        view={view}
        pick={(clonersTypeId) => change(withRules(site, { clonersTypeId }))}
      />
    </>
  );
}

function FreeAccounts({ site, change, view }: Props) {
  const { orderSettings: texts } = useTexts();
  const [picked, setPicked] = useState<readonly Person[]>([]);
  const known = [...view.freeAccounts, ...picked];
  const people = site.rules.freeAccountIds.map(
    (accountId): Person =>
      known.find((it) => it.accountId === accountId) ?? {
        ...{ accountId, name: texts.freeAccountGone(accountId), avatarUrl: null },
      },
  );
  return (
    <PeopleField
      label={texts.freeAccounts}
      hint={texts.freeAccountsHint}
      people={people}
      search={(text) => resolver.searchPeople({ text })}
      onChange={(next) => {
        setPicked((before) => [...before, ...next]);
        change(withRules(site, { freeAccountIds: next.map(({ accountId }) => accountId) }));
      }}
    />
  );
}

function TypeField(props: {
  label: string;
  typeId: string | null;
  view: OrderSettingsView;
  pick: (typeId: string | null) => void;
}) {
  const { orderSettings: texts } = useTexts();
  const { typeId, view } = props;
  const isGone = typeId !== null && !view.linkTypes.some(({ id }) => id === typeId);
  return (
    <SelectField
      label={props.label}
      value={typeId ?? ''}
      onChange={(next) => props.pick(next === '' ? null : next)}
      whenEmpty={texts.shippedType}
      options={[
        ...view.linkTypes.map(({ id, name }) => ({ value: id, label: name })),
        ...(isGone ? [{ value: typeId, label: texts.linkTypeGone(typeId) }] : []),
      ]}
    />
  );
}
