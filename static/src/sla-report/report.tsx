import type { SlaReport } from '../../../src/contract/sla-report';
import { periodText, relativeText } from '../i18n/moments';
import { Empty } from '../ui/empty';
import { HistoryNotice } from '../ui/history-notice';
import { ProgressBar } from '../ui/progress-bar';
import { useViewer } from '../ui/viewer';
import { BreachTable } from './breach-table';
import { Charts } from './charts';
import { Download } from './download';
import { Figure } from './figure';
import { isOver, isWithoutIncidents, shownClocks } from './figures';
import { NotCounted } from './not-counted';
import { SeenIncidents } from './seen-incidents';
import './report.css';

/** A figure per clock, what they leave out, their course and their parts, and every breach. */
export function Report({ report }: { report: SlaReport }) {
  const { texts } = useViewer();
  const { nothingDecided, nothingDecidedThen } = texts.report;
  const whenNone = isOver(report) ? nothingDecidedThen : nothingDecided;
  return (
    <>
      <ReportHead report={report} />
      {report.backfill && <BackfillNotice backfill={report.backfill} />}
      {!report.historyRead && !report.backfill && <HistoryNotice />}
      {report.incidentsSeen && <SeenIncidents seen={report.incidentsSeen} />}
      {isWithoutIncidents(report) ? (
        report.incidentsSeen === null && (
          <Empty title={texts.report.noData} text={texts.report.noDataText} />
        )
      ) : (
        <>
          <div className="figures">
            {shownClocks(report).map((clock) => (
              <Figure
                key={clock}
                name={texts.issue.clock[clock]}
                clock={report[clock]}
                targetPercent={report.targetPercent}
                whenNone={whenNone}
              />
            ))}
          </div>
          <NotCounted report={report} />
          {report.reopenedLater > 0 && (
            <p className="small">{texts.report.reopenedLater(report.reopenedLater)}</p>
          )}
          <Charts report={report} />
          <BreachTable report={report} />
          <Download report={report} />
        </>
      )}
    </>
  );
}

function ReportHead({ report }: { report: SlaReport }) {
  const viewer = useViewer();
  const texts = viewer.texts.report;
  const zone = { language: viewer.language, timeZone: report.timeZone };
  const period = periodText(Date.parse(report.period.from), Date.parse(report.period.to), zone);
  return (
    <header className="stack stack-tight report-head">
      <div className="row row-apart">
        <h2>
          {texts.title} · {report.clientProject.key} · {period}{' '}
          <span className="subtle small">({report.timeZone})</span>
        </h2>
        {report.computedAt && (
          <span className="subtle small">
            {texts.lastChange(
              relativeText(Date.parse(report.computedAt), Date.parse(report.now), viewer),
            )}
          </span>
        )}
      </div>
      <p className="subtle small">{texts.countedBy[report.countBy]}</p>
    </header>
  );
}

function BackfillNotice({ backfill }: { backfill: NonNullable<SlaReport['backfill']> }) {
  const { report } = useViewer().texts;
  const { done, total } = backfill;
  const read = total === null ? report.backfillCount(done) : report.backfillProgress(done, total);
  return (
    <div className="notice notice-info" role="status">
      <p>{report.backfill}</p>
      <ProgressBar label={read} text={read} part={total ? done / total : null} />
    </div>
  );
}
