import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import type { SlaReportApi } from '../../contract/sla-report';
import { done } from '../../usecases/problem';
import { listReportChoices } from '../../usecases/report/list-report-choices';
import { listReportRows } from '../../usecases/report/list-report-rows';
import { loadSlaReport } from '../../usecases/report/load-sla-report';
import { Nothing, surface } from '../edge';

/** Absent until somebody has saved the edit view. */
const OnDashboard = v.object({ gadgetConfiguration: v.optional(v.unknown()) });

const After = v.object({
  after: v.nullable(
    v.object({
      issueId: v.string(),
      clock: v.picklist(['response', 'resolution', 'nextResponse', 'ownership']),
      cycle: v.number(),
    }),
  ),
});

const on = surface('sla-report', OnDashboard);

/** jira:dashboardGadget "sla-report": SLA compliance of a client project, and its settings. */
export const handler = makeResolver<SlaReportApi>({
  load: on('load', Nothing, (env, _, { gadgetConfiguration }) =>
    loadSlaReport(env, gadgetConfiguration),
  ),
  rows: on('rows', After, (env, { after }, { gadgetConfiguration }) =>
    listReportRows(env, gadgetConfiguration, after),
  ),
  choices: on('choices', Nothing, async (env) => done(await listReportChoices(env))),
});
