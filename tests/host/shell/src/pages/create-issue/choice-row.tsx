import type { Named } from '../../lib/jira-types';
import { FormRow } from './form-row';

type ChoiceRowProps = { label: string; name: string; none: string; values: readonly Named[] };

/** A list to choose from; nothing where the create screen offers nothing. */
export function ChoiceRow({ label, name, none, values }: ChoiceRowProps) {
  if (values.length === 0) return null;
  return (
    <FormRow label={label}>
      <select name={name} className="field" defaultValue="">
        <option value="">{none}</option>
        {values.map((value) => (
          <option key={value.id} value={value.id}>
            {value.name}
          </option>
        ))}
      </select>
    </FormRow>
  );
}
