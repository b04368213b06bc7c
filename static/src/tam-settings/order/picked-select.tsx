import { SelectField } from '../../ui/inputs';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  /** What each value is called; their order is that of the choices. */
  readonly names: Readonly<Record<Value, string>>;
  readonly pick: (value: Value) => void;
};

/** One of a few words that the settings know. */
export function PickedSelect<Value extends string>(props: Props<Value>) {
  const values = Object.keys(props.names) as Value[];
  return (
    <SelectField
      label={props.label}
      value={props.value}
      onChange={(next) => {
        const value = values.find((it) => it === next);
        if (value !== undefined) props.pick(value);
      }}
      options={values.map((value) => ({ value, label: props.names[value] }))}
    />
  );
}
