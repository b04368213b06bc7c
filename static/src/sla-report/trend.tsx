import type { SlaReport, WeekView } from '../../../src/contract/sla-report';
import { formatLocale } from '../i18n/locale';
import { weekText } from '../i18n/moments';
import { percentText, targetText } from '../i18n/percent';
import { TableFrame } from '../ui/table-frame';
import { useViewer } from '../ui/viewer';
import { decidedOf, drawnWeeks, isSmallSample, type ReportClock } from './figures';
import { TREND_HEIGHT, TREND_WIDTH, type TrendShape, trendShape } from './trend-shape';

type Props = { report: SlaReport; clock: ReportClock };

/** Met per week against the target: a line for the eye, and the same as a table. */
export function Trend({ report, clock }: Props) {
  const { texts, language } = useViewer();
  const { charts } = texts.report;
  const title = charts.trend(texts.issue.clock[clock]);
  const target = charts.target(targetText(report.targetPercent, language));
  const weeks = drawnWeeks(report[clock]);
  const shape = trendShape(weeks, report.targetPercent);
  return (
    <figure className="trend">
      <figcaption className="row row-apart">
        <h3>{title}</h3>
        <span className="small subtle trend-key">{target}</span>
      </figcaption>
      <div className="trend-frame" aria-hidden="true">
        <span className="small subtle">{targetText(100, language)}</span>
        <TrendLines report={report} shape={shape} />
        <span className="small subtle">{targetText(shape.lowest, language)}</span>
        <TrendEnds report={report} weeks={weeks} />
      </div>
      <details>
        <summary className="small">{charts.asTable}</summary>
        <WeekTable report={report} weeks={weeks} title={title} />
      </details>
    </figure>
  );
}

function TrendLines({ report, shape }: { report: SlaReport; shape: TrendShape }) {
  const texts = useWeekTexts(report);
  const { targetY, dots, lines } = shape;
  return (
    <svg
      className="trend-lines"
      viewBox={`0 0 ${TREND_WIDTH} ${TREND_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line className="trend-target" x1={0} x2={TREND_WIDTH} y1={targetY} y2={targetY} />
      {lines.map((points) => (
        <polyline key={points} className="trend-line" points={points} />
      ))}
      {dots.map(({ x, y, week }) => (
        // A line without length and with round ends stays round however the picture is stretched.
        <line
          key={x}
          className={isSmallSample(week) ? 'trend-dot trend-dot-small' : 'trend-dot'}
          {...{ x1: x, x2: x, y1: y, y2: y }}
        >
          <title>{`${texts.nameOf(week)}: ${texts.shareOf(week)}, ${texts.countOf(week)}`}</title>
        </line>
      ))}
    </svg>
  );
}

type WeeksProps = { report: SlaReport; weeks: readonly WeekView[] };

function TrendEnds({ report, weeks }: WeeksProps) {
  const { nameOf } = useWeekTexts(report);
  const [first, last] = [weeks[0], weeks.at(-1)];
  return (
    <span className="row row-apart small subtle trend-ends">
      <span>{first && nameOf(first)}</span>
      <span>{weeks.length > 1 && last && nameOf(last)}</span>
    </span>
  );
}

function WeekTable({ report, weeks, title }: WeeksProps & { title: string }) {
  const { charts } = useViewer().texts.report;
  const { nameOf, shareOf, countOf } = useWeekTexts(report);
  return (
    <TableFrame label={title}>
      <thead>
        <tr>
          <th scope="col">{charts.week}</th>
          <th scope="col" className="number">
            {charts.share}
          </th>
          <th scope="col">{charts.met}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.from} className={isSmallSample(week) ? 'subtle' : undefined}>
            <td className="nowrap">{nameOf(week)}</td>
            <td className="number">{shareOf(week)}</td>
            <td>{countOf(week)}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function useWeekTexts({ timeZone, targetPercent }: SlaReport) {
  const { texts, language } = useViewer();
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  return {
    nameOf: ({ from, to }: WeekView) =>
      weekText(Date.parse(from), Date.parse(to), { language, timeZone }),
    shareOf: ({ percent, breached }: WeekView) =>
      percent === null ? '–' : percentText(percent, { breached, targetPercent }, language),
    countOf: (week: WeekView) =>
      week.percent === null ? '' : texts.report.metOf(count(week.met), count(decidedOf(week))),
  };
}
