import * as v from 'valibot';
import type { Backfill } from '../../usecases/ports/backfill-port';
import { type Sql, wholeNumber } from '../sql';
import { storedInstant } from './sla-row';

const LISTED = 20;

const skippedJson = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ issueKey: v.string(), why: v.string() })),
);

const storedBackfill = v.pipe(
  v.object({
    id: v.string(),
    client_project_id: v.string(),
    state: v.picklist(['waiting', 'running', 'done', 'cancelled', 'failed']),
    page: v.nullable(v.string()),
    step: wholeNumber,
    done: wholeNumber,
    total: v.nullable(wholeNumber),
    skipped: skippedJson,
    error: v.nullable(v.string()),
    started_at: storedInstant,
    finished_at: v.nullable(storedInstant),
  }),
  v.transform(
    (row): Backfill => ({
      id: row.id,
      clientProjectId: row.client_project_id,
      state: row.state,
      page: row.page,
      step: row.step,
      done: row.done,
      total: row.total,
      skipped: row.skipped,
      error: row.error,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
    }),
  ),
);

const COLUMNS = `id, client_project_id, state, page, step, done, total, skipped, error,
  started_at, finished_at`;

/** The unique index on active_key refuses a second one of the same client project. */
export async function addBackfill(sql: Sql, backfill: Backfill): Promise<boolean> {
  const added = await sql.change(
    `INSERT IGNORE INTO sla_backfill (${COLUMNS}, active_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[backfill.id, backfill.clientProjectId, backfill.state, backfill.page, backfill.step],
      ...[backfill.done, backfill.total, JSON.stringify(backfill.skipped), backfill.error],
      ...[backfill.startedAt, backfill.finishedAt, activeKey(backfill)],
    ],
  );
  return added === 1;
}

/** Compare-and-set on the step: false when another step has been stored since it was shown. */
export async function saveBackfill(
  sql: Sql,
  backfill: Backfill,
  shownStep: number,
): Promise<boolean> {
  const saved = await sql.change(
    `UPDATE sla_backfill SET state = ?, page = ?, step = ?, done = ?, total = ?, skipped = ?,
       error = ?, finished_at = ?, active_key = ?
     WHERE id = ? AND step = ?`,
    [
      ...[backfill.state, backfill.page, backfill.step, backfill.done, backfill.total],
      ...[JSON.stringify(backfill.skipped), backfill.error, backfill.finishedAt],
      ...[activeKey(backfill), backfill.id, shownStep],
    ],
  );
  return saved === 1;
}

/** The backfill as it stands, null when there is none of this id. One statement. */
export async function findBackfill(sql: Sql, id: string): Promise<Backfill | null> {
  const rows = await sql.rows(storedBackfill, `SELECT ${COLUMNS} FROM sla_backfill WHERE id = ?`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** The latest backfills of all client projects, newest first. One statement. */
export function listBackfills(sql: Sql): Promise<readonly Backfill[]> {
  return sql.rows(
    storedBackfill,
    `SELECT ${COLUMNS} FROM sla_backfill ORDER BY started_at DESC, id LIMIT ${LISTED}`,
  );
}

const projectRow = v.object({ client_project_id: v.string() });

/** Client projects whose past incidents were read in. Reads the table of backfills, which is short. */
export async function listReadHistories(sql: Sql): Promise<ReadonlySet<string>> {
  const rows = await sql.rows(
    projectRow,
    `SELECT DISTINCT client_project_id FROM sla_backfill WHERE state = 'done'`,
  );
  return new Set(rows.map((row) => row.client_project_id));
}

function activeKey({ state, clientProjectId }: Backfill): string | null {
  return state === 'waiting' || state === 'running' ? clientProjectId : null;
}
