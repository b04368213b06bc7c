import type { CountsView, SimulationView } from '../../../../src/contract/simulation';
import { formatLocale } from '../../i18n/locale';
import { percentText } from '../../i18n/percent';
import { TableFrame } from '../../ui/table-frame';
import { useTexts, useViewer } from '../../ui/viewer';
import { SkippedIssues } from '../backfill/skipped-issues';
import { isUnderWay } from '../runs/run';
import { FlipTable } from './flip-table';

/** What a run found: both tallies side by side, whose incidents they are, and what flips. */
export function SimulationResult({ run }: { run: SimulationView }) {
  const { simulation } = useTexts();
  return (
    <section className="stack stack-tight" aria-label={simulation.result}>
      <h3>{simulation.about(run.clientProjectKey, run.months)}</h3>
      {run.error && <p className="danger">{run.error}</p>}
      <Tallies run={run} />
      <Coverage run={run} />
      {!isUnderWay(run) && <FlipTable run={run} />}
      <SkippedIssues skipped={run.skipped} />
    </section>
  );
}

/** Where the JQL of the two contracts selects different incidents. */
function Coverage({ run }: { run: SimulationView }) {
  const { texts, language } = useViewer();
  const { simulation } = texts;
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  if (run.onlyPresent + run.onlyOther === 0) return null;
  return (
    <ul className="plain-list small">
      {run.onlyPresent > 0 && <li>{simulation.onlyPresent(count(run.onlyPresent))}</li>}
      {run.onlyOther > 0 && <li>{simulation.onlyOther(count(run.onlyOther))}</li>}
    </ul>
  );
}

function Tallies({ run }: { run: SimulationView }) {
  const { simulation, issue } = useTexts();
  return (
    <TableFrame label={simulation.tallies}>
      <thead>
        <tr>
          <th scope="col">{simulation.clock}</th>
          <th scope="col" className="table-long-title">
            {simulation.present(run.present)}
          </th>
          <th scope="col" className="table-long-title">
            {simulation.other(run.other)}
          </th>
        </tr>
      </thead>
      <tbody>
        {clocksOf(run).map((clock) => (
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

const clocks = ['response', 'resolution', 'nextResponse', 'ownership'] as const;

/** The two that a client is promised, and of the others those that one of the contracts has. */
function clocksOf({ tallies: { present, other } }: SimulationView) {
  const isUsed = ({ met, breached, notCounted }: CountsView) => met + breached + notCounted > 0;
  return clocks.filter(
    (clock, index) => index < 2 || isUsed(present[clock]) || isUsed(other[clock]),
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
