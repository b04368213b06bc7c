import './progress-bar.css';

/**
 * How much of something is done: a bar with its numbers beside it. `part` is 0 to 1; null: nobody
 * knows the whole.
 */
export function ProgressBar(props: { label: string; text: string; part: number | null }) {
  return (
    <span className="progress" title={props.label}>
      <progress
        className="bar progress-bar"
        aria-label={props.label}
        max={1}
        {...(props.part === null ? {} : { value: props.part })}
      />
      <span className="progress-text">{props.text}</span>
    </span>
  );
}
