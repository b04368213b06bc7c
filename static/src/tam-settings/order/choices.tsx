import { CheckboxField } from '../../ui/inputs';

type Props = {
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly toggle: (value: string) => void;
};

/** Several of a few. */
export function Choices({ legend, options, chosen, toggle }: Props) {
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="field-choice">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <bdi>{label}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

/** A switch of a policy, said in a sentence. */
export const Switch = CheckboxField;
