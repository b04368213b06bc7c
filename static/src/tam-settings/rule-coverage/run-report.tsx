import { ProgressBar } from '../../ui/progress-bar';
import { useTexts } from '../../ui/viewer';
import type { RuleRun } from './use-rule-run';
import '../../ui/notice.css';

/** How far a run over workflows is, and what became of each. */
export function RunReport({ run, done }: { run: RuleRun; done: string }) {
  const { coverage } = useTexts();
  const { state, total, lines } = run;
  if (state === 'ready') return null;
  const failed = lines.filter(({ problem }) => problem !== null);
  return (
    <div role="status" className="stack stack-tight">
      {state === 'running' && (
        <ProgressBar
          label={coverage.running}
          text={coverage.ofAll(lines.length, total)}
          part={lines.length / total}
        />
      )}
      <ul className="plain-list">
        {lines
          .filter(({ problem }) => problem === null)
          .map(({ name, changed }) => (
            <li key={name}>
              <bdi>{name}</bdi>: {changed === 0 ? coverage.wasSo : done}
            </li>
          ))}
      </ul>
      {failed.length > 0 && (
        <div className="notice notice-error">
          <p className="notice-title">{coverage.failedTitle(failed.length)}</p>
          <ul>
            {failed.map(({ name, problem }) => (
              <li key={name}>
                <bdi>{name}</bdi>: {problem?.text}
              </li>
            ))}
          </ul>
          <p>{coverage.failedHint}</p>
        </div>
      )}
    </div>
  );
}
