import type { FlipSideView, FlipView, SimulationView } from '../../../../src/contract/simulation';
import { durationText } from '../../i18n/duration';
import { formatLocale } from '../../i18n/locale';
import { ClockLozenge } from '../../ui/clock-lozenge';
import { IssueLink } from '../../ui/issue-link';
import { TableFrame } from '../../ui/table-frame';
import { useTexts, useViewer } from '../../ui/viewer';
import { stretchesOf, whyItFlips } from './why-it-flips';

/** The verdicts that the other contract turns round, each with the reason. */
export function FlipTable({ run }: { run: SimulationView }) {
  const { texts, language } = useViewer();
  const { simulation } = texts;
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  if (run.flipCount === 0) return run.state === 'done' ? <p>{simulation.noFlips}</p> : null;
  const { columns } = simulation;
  return (
    <>
      <h3>{simulation.flips(count(run.flipCount))}</h3>
      {run.flips.length < run.flipCount && (
        <p className="subtle">{simulation.youSee(count(run.flips.length), count(run.flipCount))}</p>
      )}
      <TableFrame label={simulation.flips(count(run.flipCount))}>
        <thead>
          <tr>
            <th scope="col">{columns.issue}</th>
            <th scope="col">{columns.clock}</th>
            <th scope="col">{columns.now}</th>
            <th scope="col">{columns.instead}</th>
            <th scope="col">{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {run.flips.map((flip) => (
            <FlipLine key={keyOf(flip)} flip={flip} />
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

/** Runs that begin at different instants are different ones, whatever their numbers. */
function keyOf({ issueKey, clock, cycle, present, other }: FlipView): string {
  return [issueKey, clock, cycle, present?.startedAt, other?.startedAt].join(' ');
}

function FlipLine({ flip }: { flip: FlipView }) {
  const viewer = useViewer();
  const { clock: texts } = viewer.texts.issue;
  const name = texts[flip.clock];
  return (
    <tr>
      <td>
        <IssueLink issueKey={flip.issueKey} />
      </td>
      <td>
        {flip.cycle > 1 ? texts.cycle(name, flip.cycle) : name}
        {flip.department !== null && (
          <div className="small">
            <bdi>{flip.department}</bdi>
          </div>
        )}
      </td>
      <td>
        <Side side={flip.present} isSelected={flip.selectedBy !== 'other'} />
      </td>
      <td>
        <Side side={flip.other} isSelected={flip.selectedBy !== 'present'} />
      </td>
      <td className="table-wide-cell">
        {whyItFlips(flip, viewer).map((reason) => (
          <div key={reason}>{reason}</div>
        ))}
        <Stretches flip={flip} />
      </td>
    </tr>
  );
}

/** When exactly the two count differently; one stretch is said with its reason. */
function Stretches({ flip }: { flip: FlipView }) {
  const viewer = useViewer();
  if (flip.intervalCount < 2) return null;
  return (
    <details className="small">
      <summary>{viewer.texts.simulation.stretches(flip.intervalCount)}</summary>
      {stretchesOf(flip, viewer).map((stretch) => (
        <div key={stretch}>{stretch}</div>
      ))}
    </details>
  );
}

function Side({ side, isSelected }: { side: FlipSideView | null; isSelected: boolean }) {
  const { simulation } = useTexts();
  const { language } = useViewer();
  if (side === null) {
    const { notSelected, noSuchClock } = simulation;
    return <span className="subtle">{isSelected ? noSuchClock : notSelected}</span>;
  }
  const took = durationText(side.elapsedMs, language);
  return (
    <>
      <ClockLozenge phase={side.state} />
      <div className="small nowrap">
        {side.targetMs === null
          ? simulation.took(took)
          : simulation.tookOf(took, durationText(side.targetMs, language))}
      </div>
    </>
  );
}
