import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/new';
import type { CountsView, SimulationView } from '../../../src/contract/simulation';
import { formatLocale } from '../i18n/locale';
import { percentText } from '../i18n/percent';
import { ProblemNotice } from '../ui/problem-notice';
import { ProgressBar } from '../ui/progress-bar';
import { TableFrame } from '../ui/table-frame';
import { useAction } from '../ui/use-action';
import { useTexts, useViewer } from '../ui/viewer';
import { backfillLooks } from './backfill-looks';
import { FlipTable } from './flip-table';
import { resolver } from './resolver';
import { SkippedIssues } from './skipped-issues';
import { isSimulating } from './use-simulation';

type Props = { run: SimulationView; accept: (run: SimulationView | null) => void };

/** One run: how far it is, both tallies side by side, and what flips. */
export function SimulationResult({ run, accept }: Props) {
  const { simulation, settings } = useTexts();
  const cancel = useAction();
  const stop = () => cancel.run(() => resolver.cancelSimulation({ simulationId: run.id }), accept);
  return (
    <div className="stack stack-tight">
      <div className="row" role="status">
        <strong>{simulation.about(run.clientProjectKey, run.months)}</strong>
        <Lozenge appearance={backfillLooks[run.state]}>
          {settings.backfillStates[run.state]}
        </Lozenge>
        {run.state !== 'waiting' && <RunProgress run={run} />}
        {isSimulating(run) && (
          <Button spacing="compact" isLoading={cancel.isBusy} onClick={stop}>
            {simulation.cancel}
          </Button>
        )}
      </div>
      {run.error && <p className="danger">{run.error}</p>}
      <ProblemNotice problem={cancel.problem} />
      <Tallies run={run} />
      {!isSimulating(run) && <FlipTable run={run} />}
      <SkippedIssues skipped={run.skipped} />
    </div>
  );
}

function RunProgress({ run }: { run: SimulationView }) {
  const { texts, language } = useViewer();
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  const { done, total } = run;
  const text = total === null ? count(done) : texts.settings.backfillOf(count(done), count(total));
  if (!isSimulating(run)) return <span>{text}</span>;
  return (
    <ProgressBar label={texts.simulation.bar} text={text} part={total ? done / total : null} />
  );
}

function Tallies({ run }: { run: SimulationView }) {
  const { simulation, issue } = useTexts();
  return (
    <TableFrame label={simulation.tallies}>
      <thead>
        <tr>
          <th scope="col">{simulation.clock}</th>
          <th scope="col">{simulation.present(run.present)}</th>
          <th scope="col">{simulation.other(run.other)}</th>
        </tr>
      </thead>
      <tbody>
        {(['response', 'resolution'] as const).map((clock) => (
          <tr key={clock}>
            <th scope="row">{issue.clock[clock]}</th>
            <td>
              <Counts counts={run.tallies.present[clock]} />
            </td>
            <td>
              <Counts counts={run.tallies.other[clock]} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Counts({ counts }: { counts: CountsView }) {
  const { texts, language } = useViewer();
  const { simulation } = texts;
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  const { met, breached, notCounted } = counts;
  const decided = met + breached;
  const against = { breached, targetPercent: 100 };
  return (
    <>
      {decided > 0 && <strong>{percentText((met * 100) / decided, against, language)} </strong>}
      {decided > 0 ? simulation.metOf(count(met), count(decided)) : simulation.nothingDecided}
      {notCounted > 0 && (
        <span className="subtle small"> · {simulation.notCounted(count(notCounted))}</span>
      )}
    </>
  );
}
