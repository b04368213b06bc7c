import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { Field, type FieldProps } from './field';
import { useTexts } from './viewer';

type Valued = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

type TextFieldProps = Valued &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'maxLength' | 'disabled' | 'inputMode' | 'autoFocus'
  > & {
    readonly list?: readonly string[];
  };

/** One line of text, a date or a number. `list` offers values without forbidding others. */
export function TextField({ label, hint, error, value, onChange, list, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            {...input}
            {...(list ? { list: `${wiring.id}-list` } : {})}
            className="control"
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {list && (
            <datalist id={`${wiring.id}-list`}>
              {list.map((it) => (
                <option key={it} value={it} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** Several lines, in a fixed-width font: policies and JQL are code. */
export function TextArea(
  props: Valued & { readonly rows: number; readonly area?: Ref<HTMLTextAreaElement> },
) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={props.area}
          className="control control-code"
          rows={props.rows}
          spellCheck={false}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type CheckboxProps = {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** A yes or no, with what follows from yes. */
export function CheckboxField({ label, hint, checked, onChange }: CheckboxProps) {
  const hintId = useId();
  return (
    <div className="field">
      <label className="field-choice">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hintId}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      <p className="field-hint" id={hintId}>
        {hint}
      </p>
    </div>
  );
}

export type Option = { readonly value: string; readonly label: ReactNode };

/** The browser's own select: knows keyboards, screen readers and phones, and weighs nothing. */
export function SelectField(
  props: Valued & { readonly options: readonly Option[]; readonly whenEmpty?: string },
) {
  const { shared } = useTexts();
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(wiring) => (
        <select
          {...wiring}
          className="control"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        >
          {(props.value === '' || props.whenEmpty) && (
            <option value="">{props.whenEmpty ?? shared.choose}</option>
          )}
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
