import * as v from 'valibot';
import type { CycleRow } from '../core/sla/cycle-row';
import type { Instant } from '../core/time';
import type { CycleScope } from '../usecases/ports/store-ports';
import { CYCLE_COLUMNS, CYCLE_KEY_COLUMNS, storedCycle } from './sla-row';
import type { Sql } from './sql';

/** 500 rows of 27 values: some 150 kB of the 1 MiB that a statement may have (Forge SQL limits). */
const ROWS_A_STATEMENT = 500;
const IDS_A_STATEMENT = 1000;

const NAMES = CYCLE_COLUMNS.map(({ name }) => name);

/** Nothing is assigned from an older reading; computed_at stands last and keeps its old value till then. */
const ASSIGNMENTS = NAMES.slice(CYCLE_KEY_COLUMNS)
  .map((name) => `${name} = IF(VALUES(computed_at) >= computed_at, VALUES(${name}), ${name})`)
  .join(', ');

const placeholders = (count: number) => Array.from({ length: count }, () => '?').join(', ');

function inBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size));
  return batches;
}

/** Two statements for up to 500 rows of up to 1,000 issues, one when there is nothing to keep. */
export async function saveCycles(
  sql: Sql,
  scope: CycleScope,
  rows: readonly CycleRow[],
): Promise<void> {
  for (const batch of inBatches(rows, ROWS_A_STATEMENT)) {
    const tuples = batch.map(() => `(${placeholders(NAMES.length)})`).join(', ');
    await sql.change(
      `INSERT INTO sla_cycle (${NAMES.join(', ')}) VALUES ${tuples}
       ON DUPLICATE KEY UPDATE ${ASSIGNMENTS}`,
      batch.flatMap((row) => CYCLE_COLUMNS.map(({ of }) => of(row))),
    );
  }
  // What this reading did not find again is older than it; what a later one wrote is not.
  const ofProject = scope.clientProjectId === null ? '' : ' AND client_project_id = ?';
  for (const ids of inBatches(scope.issueIds, IDS_A_STATEMENT)) {
    await sql.change(
      `DELETE FROM sla_cycle
       WHERE issue_id IN (${placeholders(ids.length)}) AND computed_at < ?${ofProject}`,
      [...ids, scope.readAt, ...(scope.clientProjectId === null ? [] : [scope.clientProjectId])],
    );
  }
}

/** All cycles of these issues, of all client projects. One statement per 1,000 issues, none without. */
export async function listCycles(sql: Sql, issueIds: readonly string[]): Promise<CycleRow[]> {
  const found: CycleRow[] = [];
  for (const ids of inBatches(issueIds, IDS_A_STATEMENT)) {
    const rows = await sql.rows(
      storedCycle,
      `SELECT ${NAMES.join(', ')} FROM sla_cycle WHERE issue_id IN (${placeholders(ids.length)})
       ORDER BY issue_id, client_project_id, clock, cycle_no`,
      ids,
    );
    found.push(...rows);
  }
  return found;
}

const idRow = v.object({ issue_id: v.string() });

/** Issues with a clock that has not stopped, at most `max`, by id. One statement. */
export async function listOpenIssueIds(sql: Sql, max: number): Promise<string[]> {
  const rows = await sql.rows(
    idRow,
    `SELECT DISTINCT issue_id FROM sla_cycle
     WHERE stopped_at IS NULL AND state NOT IN ('excluded', 'invalid')
     ORDER BY issue_id LIMIT ${Math.trunc(max)}`,
  );
  return rows.map((row) => row.issue_id);
}

/** Reads the whole table, once a night: an index would cost every write more than this does. */
export async function listUnpublishedIssueIds(sql: Sql, max: number): Promise<string[]> {
  const rows = await sql.rows(
    idRow,
    `SELECT issue_id FROM sla_cycle WHERE is_published = 0
     GROUP BY issue_id ORDER BY MAX(started_at) DESC, issue_id LIMIT ${Math.trunc(max)}`,
  );
  return rows.map((row) => row.issue_id);
}

/** Issues with cycles of a client project that were computed before that instant. One statement. */
export async function listStaleIssueIds(
  sql: Sql,
  clientProjectId: string,
  computedBefore: Instant,
  max: number,
): Promise<string[]> {
  const rows = await sql.rows(
    idRow,
    `SELECT issue_id FROM sla_cycle WHERE client_project_id = ? AND computed_at < ?
     GROUP BY issue_id ORDER BY issue_id LIMIT ${Math.trunc(max)}`,
    [clientProjectId, computedBefore],
  );
  return rows.map((row) => row.issue_id);
}
