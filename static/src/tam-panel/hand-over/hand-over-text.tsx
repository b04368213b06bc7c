import { useEffect, useRef } from 'react';
import { Field, type FieldProps } from '../../ui/field';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** The first field of a form that was just opened. */
  focus: 'now' | 'later';
};

/** The longest text that is taken, in characters; the app counts anew. */
const LONGEST = 1000;

/** Some lines of text as people write them. */
export function HandOverText({ label, hint, error, value, onChange, focus }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus === 'now') area.current?.focus();
  }, [focus]);
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={area}
          className="control"
          rows={2}
          dir="auto"
          maxLength={LONGEST}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
