import type { ReactNode } from 'react';

type FormRowProps = { label: string; need?: 'required' | 'optional'; children: ReactNode };

/** A label with its field; the label names the field for tests and screen readers alike. */
export function FormRow({ label, need = 'optional', children }: FormRowProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is the child
    <label className="form-row">
      <span className="form-label">
        {label}
        {need === 'required' && (
          <span className="form-need" aria-hidden="true">
            *
          </span>
        )}
      </span>
      {children}
    </label>
  );
}
