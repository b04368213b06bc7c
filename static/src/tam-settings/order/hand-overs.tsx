import Button from '@atlaskit/button/new';
import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import type { HandOverField, HandOverForm } from '../../../../src/core/order/policy/order-site';
import { TextField } from '../../ui/inputs';
import { RemoveButton } from '../../ui/remove-button';
import { useTexts } from '../../ui/viewer';
import { Switch } from './choices';
import { replaced, type SiteProps } from './edit-site';
import { PairFields, usePairName } from './pair-fields';

type Departments = OrderSettingsView['departments'];
type Props = SiteProps & { readonly departments: Departments };

/** What one department tells the next, by pair. */
export function HandOvers({ site, change, departments }: Props) {
  const { orderSettings: texts } = useTexts();
  const add = () => {
    const form: HandOverForm = {
      ...{ fromProjectKey: null, toProjectKey: null, gatesFinish: false },
      fields: [newField([])],
    };
    change({ ...site, handOvers: [...site.handOvers, form] });
  };
  return (
    <>
      {site.handOvers.map((form, at) => (
        <FormCard
          // biome-ignore lint/suspicious/noArrayIndexKey: the first that matches counts, so its place is what it is
          key={at}
          form={form}
          departments={departments}
          change={(next) => change({ ...site, handOvers: replaced(site.handOvers, at, next) })}
        />
      ))}
      <div className="row">
        <Button spacing="compact" onClick={add}>
          {texts.addHandOver}
        </Button>
      </div>
    </>
  );
}

type CardProps = {
  readonly form: HandOverForm;
  readonly departments: Departments;
  readonly change: (next: HandOverForm | null) => void;
};

function FormCard({ form, departments, change }: CardProps) {
  const { orderSettings: texts } = useTexts();
  const name = usePairName(departments)(form);
  return (
    <section className="stack stack-tight order-part" aria-label={texts.handOver(...name)}>
      <div className="row row-apart">
        <h4>
          <bdi>{texts.handOver(...name)}</bdi>
        </h4>
        <RemoveButton name={texts.removePair(...name)} onClick={() => change(null)} />
      </div>
      <div className="form-row">
        <PairFields
          pair={form}
          departments={departments}
          change={(pair) => change({ ...form, ...pair })}
        />
      </div>
      <Facts form={form} change={change} />
      <Switch
        label={texts.gatesFinish}
        hint={texts.gatesFinishHint}
        checked={form.gatesFinish}
        onChange={(gatesFinish) => change({ ...form, gatesFinish })}
      />
    </section>
  );
}

function Facts({ form, change }: Omit<CardProps, 'departments'>) {
  const { orderSettings: texts } = useTexts();
  const put = (at: number, next: HandOverField | null) =>
    change({ ...form, fields: replaced(form.fields, at, next) });
  return (
    <>
      {form.fields.map((field, at) => (
        <div key={field.key} className="order-line">
          <TextField
            label={texts.field(at + 1)}
            value={field.label}
            maxLength={255}
            onChange={(label) => put(at, { ...field, label })}
          />
          <label className="field-choice">
            <input
              type="checkbox"
              aria-label={texts.fieldRequiredOf(field.label || texts.field(at + 1))}
              checked={field.isRequired}
              onChange={(event) => put(at, { ...field, isRequired: event.target.checked })}
            />
            {texts.fieldRequired}
          </label>
          {form.fields.length > 1 && (
            <RemoveButton
              name={texts.removeField(field.label || texts.field(at + 1))}
              onClick={() => put(at, null)}
            />
          )}
        </div>
      ))}
      {form.fields.length < 20 && (
        <div className="row">
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() => change({ ...form, fields: [...form.fields, newField(form.fields)] })}
          >
            {texts.addField}
          </Button>
        </div>
      )}
    </>
  );
}

/** Under the first key that is free: what was handed over before is kept under the old ones. */
function newField(fields: readonly HandOverField[]): HandOverField {
  let number = fields.length + 1;
  while (fields.some(({ key }) => key === `fact-${number}`)) number += 1;
  return { key: `fact-${number}`, label: '', isRequired: true };
}
