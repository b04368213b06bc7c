import { useState } from 'react';
import type { ClockReport, GroupBy, SlaReport } from '../../../src/contract/sla-report';
import { SelectField } from '../ui/inputs';
import { useTexts } from '../ui/viewer';
import {
  decidedOf,
  drawnWeeks,
  isSmall,
  isSmallSample,
  type ReportClock,
  shownClocks,
} from './figures';
import { GroupTable } from './group-table';
import { Trend } from './trend';

/** One clock at a time: its weeks, and its parts by department or priority. */
export function Charts({ report }: { report: SlaReport }) {
  const { report: texts, issue } = useTexts();
  const clocks = shownClocks(report);
  const [chosen, setClock] = useState<ReportClock>('resolution');
  const [by, setBy] = useState<GroupBy>(report.groupBy);
  const clock = clocks.includes(chosen) ? chosen : 'resolution';
  const groupNames = {
    department: texts.charts.department,
    priority: texts.charts.priorities[report.priority],
  };
  return (
    <section className="stack stack-tight" aria-label={texts.charts.heading}>
      <div className="chart-choice">
        <SelectField
          label={texts.charts.clock}
          value={clock}
          onChange={(name) => setClock(clocks.find((it) => it === name) ?? 'resolution')}
          options={clocks.map((it) => ({ value: it, label: issue.clock[it] }))}
        />
        <SelectField
          label={texts.charts.by}
          value={by}
          onChange={(name) => setBy(name === 'priority' ? 'priority' : 'department')}
          options={(['department', 'priority'] as const).map((it) => ({
            value: it,
            label: groupNames[it],
          }))}
        />
      </div>
      {decidedOf(report[clock]) === 0 ? (
        <p className="subtle">{texts.charts.nothing}</p>
      ) : (
        <div className="charts">
          <Trend report={report} clock={clock} />
          <GroupTable report={report} clock={clock} by={by} title={groupNames[by]} />
          {hasSmall(report[clock], by) && <p className="small subtle">{texts.charts.small}</p>}
        </div>
      )}
    </section>
  );
}

/** Is anything of what is shown grey? */
function hasSmall(clock: ClockReport, by: GroupBy): boolean {
  const groups = by === 'department' ? clock.departments : clock.priorities;
  return (
    drawnWeeks(clock).some(isSmallSample) ||
    groups.some((group) => isSmallSample(group) || isSmall(group.durations?.n ?? 0))
  );
}
