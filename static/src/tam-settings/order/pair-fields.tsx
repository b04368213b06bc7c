import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import { SelectField } from '../../ui/inputs';
import { useTexts } from '../../ui/viewer';

export type Pair = { readonly fromProjectKey: string | null; readonly toProjectKey: string | null };

type Props = {
  readonly pair: Pair;
  readonly departments: OrderSettingsView['departments'];
  readonly change: (pair: Pair) => void;
};

/** From which department to which; any stands for all of them. */
export function PairFields({ pair, departments, change }: Props) {
  const { orderSettings: texts } = useTexts();
  const known = new Map(departments.map(({ projectKey, name }) => [projectKey, name]));
  for (const key of [pair.fromProjectKey, pair.toProjectKey]) {
    if (key !== null && !known.has(key)) known.set(key, key);
  }
  const options = [...known].map(([value, label]) => ({ value, label }));
  return (
    <>
      <SelectField
        label={texts.from}
        value={pair.fromProjectKey ?? ''}
        onChange={(key) => change({ ...pair, fromProjectKey: key === '' ? null : key })}
        whenEmpty={texts.anyDepartment}
        options={options}
      />
      <SelectField
        label={texts.to}
        value={pair.toProjectKey ?? ''}
        onChange={(key) => change({ ...pair, toProjectKey: key === '' ? null : key })}
        whenEmpty={texts.anyDepartment}
        options={options}
      />
    </>
  );
}

/** "Network → any department". */
export function usePairName(
  departments: OrderSettingsView['departments'],
): (pair: Pair) => readonly [from: string, to: string] {
  const { orderSettings: texts } = useTexts();
  const nameOf = (key: string | null) =>
    key === null
      ? texts.anyDepartment
      : (departments.find((it) => it.projectKey === key)?.name ?? key);
  return ({ fromProjectKey, toProjectKey }) => [nameOf(fromProjectKey), nameOf(toProjectKey)];
}
