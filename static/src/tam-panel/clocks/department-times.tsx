import type { ClockView, SlaView } from '../../../../src/contract/views';
import { durationText } from '../../i18n/duration';
import { ClockLozenge } from '../../ui/clock-lozenge';
import { readClock } from '../../ui/clock-reading';
import { TableFrame } from '../../ui/table-frame';
import { Moment } from '../../ui/times';
import { useServerNow } from '../../ui/use-now';
import { useTexts, useViewer } from '../../ui/viewer';

type Props = { sla: SlaView; answeredNow: string; loadedAt: number };

/** How long each department had the incident, against what was agreed with it; counts by itself. */
export function DepartmentTimes({ sla, answeredNow, loadedAt }: Props) {
  const { departments: texts } = useTexts().issue;
  const { departments } = sla;
  const isRunning = departments.some(({ state }) => state === 'running');
  const now = useServerNow(answeredNow, loadedAt, isRunning ? 1000 : 60_000);
  if (departments.length === 0) return null;
  const { columns } = texts;
  return (
    <section className="stack stack-tight">
      <h3>{texts.heading}</h3>
      <TableFrame label={texts.heading}>
        <thead>
          <tr>
            <th scope="col">{columns.department}</th>
            <th scope="col">{columns.when}</th>
            <th scope="col" className="number">
              {columns.goal}
            </th>
            <th scope="col" className="number">
              {columns.took}
            </th>
            <th scope="col" className="number">
              {columns.waited}
            </th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map((clock, index) => (
            <DepartmentTime
              key={clock.cycle}
              clock={clock}
              name={nameOf(clock, departments.slice(0, index), texts.again)}
              answeredAt={Date.parse(answeredNow)}
              now={now}
            />
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}

type RowProps = { clock: ClockView; name: string; answeredAt: number; now: number };

function DepartmentTime({ clock, name, answeredAt, now }: RowProps) {
  const { texts, language } = useViewer();
  const { issue } = texts;
  const reading = readClock(clock, answeredAt, now);
  const duration = (ms: number) => durationText(ms, language);
  const over = reading.remainingMs !== null && reading.remainingMs < 0 ? -reading.remainingMs : 0;
  return (
    <tr>
      <th scope="row" className="table-name-cell">
        <bdi>{name}</bdi>
      </th>
      <td>
        <Moment at={clock.startedAt} now={now} /> –{' '}
        {clock.stoppedAt === null ? (
          issue.departments.now
        ) : (
          <Moment at={clock.stoppedAt} now={now} />
        )}
      </td>
      <td className="number nowrap">{clock.targetMs === null ? '–' : duration(clock.targetMs)}</td>
      <td className="number nowrap">{duration(reading.elapsedMs)}</td>
      <td className="number nowrap">{clock.pausedMs === 0 ? '–' : duration(clock.pausedMs)}</td>
      <td>
        <ClockLozenge phase={reading.phase} extendedMs={clock.extendedMs} />
        {over > 0 && <div className="small nowrap danger">{issue.clock.over(duration(over))}</div>}
        {clock.reason !== null && <div className="small subtle">{clock.reason}</div>}
      </td>
    </tr>
  );
}

/** A department that gets the incident back is named with how many times it has had it. */
function nameOf(
  { department }: ClockView,
  before: readonly ClockView[],
  again: (name: string, time: number) => string,
): string {
  const name = department ?? '';
  const times = before.filter((clock) => clock.department === department).length;
  return times === 0 ? name : again(name, times + 1);
}
