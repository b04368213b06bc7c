import * as v from 'valibot';
import { inBatches } from '../../core/in-batches';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { CycleScope, StaleScope } from '../../usecases/ports/sla-store-port';
import { placeholders, rowPlaceholders } from '../placeholders';
import type { Sql } from '../sql';
import { CYCLE_COLUMNS, CYCLE_KEY_COLUMNS, storedCycle } from './sla-row';

/** 500 rows of 31 values: some 190 kB of the 1 MiB that a statement may have (Forge SQL limits). */
const ROWS_A_STATEMENT = 500;
const IDS_A_STATEMENT = 1000;

const NAMES = CYCLE_COLUMNS.map(({ name }) => name);

/** Nothing is assigned from an older reading, and to a frozen row nothing that makes the verdict. */
const ASSIGNMENTS = CYCLE_COLUMNS.slice(CYCLE_KEY_COLUMNS)
  .map(({ name, frozenAs }) => {
    const isOpen = {
      nothing: ' AND frozen_at IS NULL',
      loose: '',
      firstKnown: ` AND (frozen_at IS NULL OR (${name} = 0 AND VALUES(input_hash) = input_hash))`,
    }[frozenAs ?? 'nothing'];
    return `${name} = IF(VALUES(computed_at) >= computed_at${isOpen}, VALUES(${name}), ${name})`;
  })
  .join(', ');

/** Two statements for up to 500 rows of up to 1,000 issues, one when there is nothing to keep. */
export async function saveCycles(
  sql: Sql,
  scope: CycleScope,
  rows: readonly CycleRow[],
): Promise<void> {
  for (const batch of inBatches(rows, ROWS_A_STATEMENT)) {
    await sql.change(
      `INSERT INTO sla_cycle (${NAMES.join(', ')}) VALUES ${rowPlaceholders(batch.length, NAMES.length)}
       ON DUPLICATE KEY UPDATE ${ASSIGNMENTS}`,
      batch.flatMap((row) => CYCLE_COLUMNS.map(({ of }) => of(row))),
    );
  }
  // What this reading did not find again is older than it; what a later one wrote is not, and what
  // is frozen stays.
  const ofProject = scope.clientProjectId === null ? '' : ' AND client_project_id = ?';
  for (const ids of inBatches(scope.issueIds, IDS_A_STATEMENT)) {
    await sql.change(
      `DELETE FROM sla_cycle
       WHERE issue_id IN (${placeholders(ids.length)}) AND computed_at < ?
         AND frozen_at IS NULL${ofProject}`,
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

/** All cycles of an issue in some client projects, frozen or not: what selected it has changed. */
export async function removeCycles(
  sql: Sql,
  issueId: string,
  clientProjectIds: readonly string[],
): Promise<void> {
  if (clientProjectIds.length === 0) return;
  // First the cycles: what explains them says nothing without them.
  for (const table of ['sla_cycle', 'sla_ledger', 'sla_recount']) {
    await sql.change(
      `DELETE FROM ${table}
       WHERE issue_id = ? AND client_project_id IN (${placeholders(clientProjectIds.length)})`,
      [issueId, ...clientProjectIds],
    );
  }
}

/** The verdicts stay; who stopped a clock of a deleted issue is nobody's business any more. */
export async function forgetPeople(sql: Sql, issueId: string): Promise<void> {
  await sql.change(
    'UPDATE sla_cycle SET stopped_by = NULL WHERE issue_id = ? AND stopped_by IS NOT NULL',
    [issueId],
  );
}

/**
 * Issues with a clock that has not stopped, at most `max`, by id; of one policy or all. One
 * statement.
 */
export async function listOpenIssueIds(
  sql: Sql,
  max: number,
  policyKey: string | null,
): Promise<string[]> {
  const rows = await sql.rows(
    idRow,
    `SELECT DISTINCT issue_id FROM sla_cycle
     WHERE stopped_at IS NULL AND state NOT IN ('excluded', 'invalid')
       ${policyKey === null ? '' : 'AND policy_key = ?'}
     ORDER BY issue_id LIMIT ${Math.trunc(max)}`,
    policyKey === null ? [] : [policyKey],
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

/** Open issues of a client project whose property shows nothing yet, by id. One statement. */
export async function listOpenUnpublishedIds(
  sql: Sql,
  clientProjectId: string,
  max: number,
): Promise<string[]> {
  const rows = await sql.rows(
    idRow,
    `SELECT DISTINCT issue_id FROM sla_cycle
     WHERE client_project_id = ? AND stopped_at IS NULL AND is_published = 0
     ORDER BY issue_id LIMIT ${Math.trunc(max)}`,
    [clientProjectId],
  );
  return rows.map((row) => row.issue_id);
}

/** Issues that a walk over all incidents did not meet, at most `max`, by id. One statement. */
export async function listStaleIssueIds(sql: Sql, met: StaleScope, max: number): Promise<string[]> {
  const rows = await sql.rows(
    idRow,
    `SELECT issue_id FROM sla_cycle WHERE client_project_id = ? AND computed_at < ?
       AND (frozen_at IS NULL OR selection_hash <> ?)
     GROUP BY issue_id ORDER BY issue_id LIMIT ${Math.trunc(max)}`,
    [met.clientProjectId, met.computedBefore, met.selectionHash],
  );
  return rows.map((row) => row.issue_id);
}
