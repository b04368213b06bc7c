import type { SlaStorePort } from '../../usecases/ports/sla-store-port';
import type { Sql } from '../sql';
import {
  addBackfill,
  findBackfill,
  listBackfills,
  listReadHistories,
  saveBackfill,
} from './backfills';
import { readReportScope } from './report-scope';
import { listBreaches } from './sla-breaches';
import { listOpenBreaches } from './sla-counts';
import {
  forgetPeople,
  listCycles,
  listOpenIssueIds,
  listOpenUnpublishedIds,
  listStaleIssueIds,
  listUnpublishedIssueIds,
  removeCycles,
  saveCycles,
} from './sla-cycles';
import { countGroups } from './sla-groups';
import { listPeriodCycles } from './sla-period-rows';

/** Cycles, verdicts and backfills in Forge SQL. */
export function slaStore(sql: Sql): SlaStorePort {
  return {
    saveCycles: (scope, rows) => saveCycles(sql, scope, rows),
    listCycles: (issueIds) => listCycles(sql, issueIds),
    removeCycles: (issueId, projects) => removeCycles(sql, issueId, projects),
    forgetPeople: (issueId) => forgetPeople(sql, issueId),
    listOpenIssueIds: (max, policyKey) => listOpenIssueIds(sql, max, policyKey),
    listUnpublishedIssueIds: (max) => listUnpublishedIssueIds(sql, max),
    listOpenUnpublishedIds: (project, max) => listOpenUnpublishedIds(sql, project, max),
    listStaleIssueIds: (met, max) => listStaleIssueIds(sql, met, max),
    countGroups: (project, query) => countGroups(sql, project, query),
    listPeriodCycles: (project, query) => listPeriodCycles(sql, project, query),
    readReportScope: (project, query) => readReportScope(sql, project, query),
    listBreaches: (project, query) => listBreaches(sql, project, query),
    listOpenBreaches: (now, max) => listOpenBreaches(sql, now, max),
    addBackfill: (backfill) => addBackfill(sql, backfill),
    findBackfill: (id) => findBackfill(sql, id),
    listBackfills: () => listBackfills(sql),
    listReadHistories: () => listReadHistories(sql),
    saveBackfill: (backfill, shownStep) => saveBackfill(sql, backfill, shownStep),
  };
}
