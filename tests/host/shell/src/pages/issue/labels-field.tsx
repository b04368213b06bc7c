type LabelsFieldProps = {
  labels: string[];
  onChange: (fields: Record<string, unknown>) => void;
};

/** Labels as words with spaces between them: Jira's labels hold no spaces. */
export function LabelsField({ labels, onChange }: LabelsFieldProps) {
  const text = labels.join(' ');
  return (
    <input
      aria-label="Labels"
      className="field quiet-field"
      placeholder="None"
      key={text}
      defaultValue={text}
      onBlur={(event) => {
        const next = event.target.value.split(/\s+/).filter((label) => label !== '');
        if (next.join(' ') !== text) onChange({ labels: next });
      }}
    />
  );
}
