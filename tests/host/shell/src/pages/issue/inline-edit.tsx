import Button from '@atlaskit/button/new';
import { type FormEvent, type ReactNode, useState } from 'react';

type InlineEditProps = {
  label: string;
  value: string;
  lines: 'one' | 'many';
  onSave: (value: string) => Promise<void>;
  children: ReactNode;
};

/** Text that becomes a field when it is clicked, as everywhere in Jira's issue view. */
export function InlineEdit({ label, value, lines, onSave, children }: InlineEditProps) {
  const [draft, setDraft] = useState<string>();
  if (draft === undefined) {
    return (
      <div className="inline-edit">
        {children}
        <button
          type="button"
          className="inline-edit-button"
          aria-label={`Edit ${label.toLowerCase()}`}
          onClick={() => setDraft(value)}
        />
      </div>
    );
  }
  const save = async (event: FormEvent) => {
    event.preventDefault();
    await onSave(draft);
    setDraft(undefined);
  };
  const field = {
    'aria-label': label,
    className: 'field',
    value: draft,
    autoFocus: true,
  };
  return (
    <form className="inline-edit-form" onSubmit={(event) => void save(event)}>
      {lines === 'one' ? (
        <input {...field} required onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <textarea {...field} rows={6} onChange={(event) => setDraft(event.target.value)} />
      )}
      <div className="buttons">
        <Button type="submit" appearance="primary">
          Save
        </Button>
        <Button appearance="subtle" onClick={() => setDraft(undefined)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
