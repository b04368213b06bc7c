import * as v from 'valibot';
import type { SlaReportConfig } from '../../contract/sla-report';
import { isTimeZone } from '../../core/sla/report/report-period';
import { reportPeriods } from '../../core/sla/report/report-periods';

/** A gadget's settings in full: what an older edit view did not save stands as it was then. */
export type ReportConfig = Required<SlaReportConfig>;

/** What the gadget's edit view saved; anything else counts as not configured. */
const reportConfig = v.object({
  clientProjectId: v.pipe(v.string(), v.nonEmpty()),
  period: v.picklist(reportPeriods),
  timeZone: v.pipe(v.string(), v.check(isTimeZone)),
  targetPercent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  countBy: v.optional(v.picklist(['decided', 'started']), 'decided'),
  priority: v.optional(v.picklist(['decided', 'first']), 'decided'),
  groupBy: v.optional(v.picklist(['department', 'priority']), 'department'),
});

/** The settings of a gadget; null when nobody has configured it, or not so that it can be used. */
export function readReportConfig(config: unknown): ReportConfig | null {
  const parsed = v.safeParse(reportConfig, config);
  return parsed.success ? parsed.output : null;
}
