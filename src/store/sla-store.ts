import type { SlaStorePort } from '../usecases/ports/store-ports';
import { addBackfill, findBackfill, listBackfills, saveBackfill } from './backfills';
import { countDecided, countOpenBreaches, listBreaches } from './sla-counts';
import {
  listCycles,
  listOpenIssueIds,
  listStaleIssueIds,
  listUnpublishedIssueIds,
  saveCycles,
} from './sla-cycles';
import type { Sql } from './sql';

/** Cycles, verdicts and backfills in Forge SQL. */
export function slaStore(sql: Sql): SlaStorePort {
  return {
    saveCycles: (scope, rows) => saveCycles(sql, scope, rows),
    listCycles: (issueIds) => listCycles(sql, issueIds),
    listOpenIssueIds: (max) => listOpenIssueIds(sql, max),
    listUnpublishedIssueIds: (max) => listUnpublishedIssueIds(sql, max),
    listStaleIssueIds: (project, before, max) => listStaleIssueIds(sql, project, before, max),
    countDecided: (project, period, now) => countDecided(sql, project, period, now),
    listBreaches: (project, period, now, max) => listBreaches(sql, project, period, now, max),
    countOpenBreaches: (now) => countOpenBreaches(sql, now),
    addBackfill: (backfill) => addBackfill(sql, backfill),
    findBackfill: (id) => findBackfill(sql, id),
    listBackfills: () => listBackfills(sql),
    saveBackfill: (backfill, shownStep) => saveBackfill(sql, backfill, shownStep),
  };
}
