import type {
  DurationsView,
  GroupBy,
  GroupView,
  SlaReport,
} from '../../../src/contract/sla-report';
import { durationText } from '../i18n/duration';
import { formatLocale } from '../i18n/locale';
import { percentText } from '../i18n/percent';
import { TableFrame } from '../ui/table-frame';
import { useViewer } from '../ui/viewer';
import { decidedOf, isSmall, isSmallSample, type ReportClock } from './figures';

const BAR = 100;

type Props = { report: SlaReport; clock: ReportClock; by: GroupBy; title: string };

/** A bar per department or priority, in a table that says the same in numbers. */
export function GroupTable({ report, clock, by, title }: Props) {
  const { charts, columns } = useViewer().texts.report;
  const groups = by === 'department' ? report[clock].departments : report[clock].priorities;
  return (
    <TableFrame label={title}>
      <thead>
        <tr>
          <th scope="col">{columns[by]}</th>
          <th scope="col">{charts.share}</th>
          <th scope="col" className="number">
            {charts.median}
          </th>
          <th scope="col" className="number">
            {charts.p90}
          </th>
          <th scope="col" className="number">
            {charts.n}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group, index) => (
          <GroupLine
            // biome-ignore lint/suspicious/noArrayIndexKey: several may have no name, none moves
            key={`${by} ${index}`}
            group={group}
            name={group.name}
            {...{ report, clock, by }}
          />
        ))}
      </tbody>
    </TableFrame>
  );
}

type LineProps = Omit<Props, 'title'> & { group: GroupView; name: string | null };

function GroupLine({ report, clock, by, group, name }: LineProps) {
  const { texts, language } = useViewer();
  const { met, percent, breached } = group;
  const { targetPercent } = report;
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  return (
    <tr>
      <th scope="row" className="group-name">
        {name === null ? <Nameless clock={clock} by={by} /> : <bdi>{name}</bdi>}
      </th>
      <td className={isSmallSample(group) ? 'subtle' : ''}>
        {percent === null ? '–' : percentText(percent, { breached, targetPercent }, language)}{' '}
        <span className="small subtle group-count">
          {texts.report.metOf(count(met), count(decidedOf(group)))}
        </span>
        <Bar group={group} targetPercent={targetPercent} />
      </td>
      <DurationCells durations={group.durations} />
    </tr>
  );
}

function Nameless({ clock, by }: Pick<Props, 'clock' | 'by'>) {
  const { report } = useViewer().texts;
  if (by === 'priority') return <span className="subtle">{report.noPriority}</span>;
  const { noDepartment, hiddenProject } = report.charts;
  return <span className="subtle">{clock === 'ownership' ? noDepartment : hiddenProject}</span>;
}

function Bar({ group, targetPercent }: { group: GroupView; targetPercent: number }) {
  const percent = group.percent ?? 0;
  const missed = percent < targetPercent ? 'bar-missed' : 'bar-met';
  return (
    <svg className="bar" viewBox={`0 0 ${BAR} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={isSmallSample(group) ? 'bar-small' : missed} width={percent} height={8} />
      <line className="trend-target" x1={targetPercent} x2={targetPercent} y1={0} y2={8} />
    </svg>
  );
}

function DurationCells({ durations }: { durations: DurationsView | null }) {
  const { language } = useViewer();
  const look =
    durations === null || isSmall(durations.n) ? 'number nowrap subtle' : 'number nowrap';
  const time = (ms: number | undefined) => (ms === undefined ? '–' : durationText(ms, language));
  return (
    <>
      <td className={look}>{time(durations?.p50Ms)}</td>
      <td className={look}>{time(durations?.p90Ms)}</td>
      <td className={look}>{(durations?.n ?? 0).toLocaleString(formatLocale(language))}</td>
    </>
  );
}
