import type { SlaReport } from '../../../src/contract/sla-report';
import { periodText, relativeText } from '../i18n/moments';
import { Empty } from '../ui/empty';
import { HistoryNotice } from '../ui/history-notice';
import { ProgressBar } from '../ui/progress-bar';
import { useViewer } from '../ui/viewer';
import { BreachTable } from './breach-table';
import { Figure } from './figure';
import { isOver, isWithoutIncidents } from './figures';
import { NotCounted } from './not-counted';
import './report.css';

/** Two big figures, what they leave out, and every breach behind them. */
export function Report({ report }: { report: SlaReport }) {
  const { texts } = useViewer();
  const { nothingDecided, nothingDecidedThen } = texts.report;
  const whenNone = isOver(report) ? nothingDecidedThen : nothingDecided;
  return (
    <>
      <ReportHead report={report} />
      {report.backfill && <BackfillNotice backfill={report.backfill} />}
      {!report.historyRead && !report.backfill && <HistoryNotice />}
      {isWithoutIncidents(report) ? (
        <Empty title={texts.report.noData} text={texts.report.noDataText} />
      ) : (
        <>
          <div className="figures">
            <Figure
              name={texts.report.response}
              compliance={report.response}
              targetPercent={report.targetPercent}
              whenNone={whenNone}
            />
            <Figure
              name={texts.report.resolution}
              compliance={report.resolution}
              targetPercent={report.targetPercent}
              whenNone={whenNone}
            />
          </div>
          <NotCounted report={report} />
          <BreachTable report={report} />
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
    <header className="row row-apart">
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
