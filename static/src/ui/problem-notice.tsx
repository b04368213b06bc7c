import type { Problem } from '../../../src/contract/answer';
import './notice.css';

/** A refusal in place: beside what was asked for, with every line that the app has to say. */
export function ProblemNotice(props: { problem: Problem | null }) {
  if (!props.problem) return null;
  const lines = props.problem.text.split('\n').filter((line) => line.trim() !== '');
  return (
    <div className="notice notice-error" role="alert">
      {lines.length > 1 ? (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>{props.problem.text}</p>
      )}
    </div>
  );
}
