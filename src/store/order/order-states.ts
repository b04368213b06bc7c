import * as v from 'valibot';
import { inBatches } from '../../core/in-batches';
import type { OrderFlag } from '../../core/order/judge/judgement';
import { instant } from '../../core/time';
import type { OrderState, OrderStatePort } from '../../usecases/ports/order-state-port';
import { placeholders } from '../placeholders';
import { storedInstant } from '../sla/sla-row';
import { type Sql, type SqlValue, wholeNumber } from '../sql';

const IDS_A_STATEMENT = 1000;

const ids = v.array(v.string());
const since = v.pipe(v.number(), v.transform(instant));
const round = v.number();
const stepState = v.picklist(['ready', 'waiting', 'running', 'done', 'suspect']);

const notice = v.variant('kind', [
  v.object({ kind: v.literal('idle'), round }),
  v.object({ kind: v.literal('waiting'), blockerIds: ids, round }),
  v.object({ kind: v.literal('settling'), since, blockerIds: ids, round }),
  v.object({ kind: v.literal('told'), key: v.string(), blockerIds: ids, round }),
]);

const pending = v.nullable(
  v.variant('kind', [
    v.object({ kind: v.literal('mayStart'), key: v.string(), doneIds: ids, goneIds: ids }),
    v.object({ kind: v.literal('withdrawn'), key: v.string(), openIds: ids }),
  ]),
);

/** Written by this app alone, and shown, never judged by: its kind is all that is looked at. */
const flag = v.custom<OrderFlag>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);

const detail = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    waitsFor: ids,
    linkedIds: ids,
    openIds: ids,
    successorIds: ids,
    nearIds: ids,
    flags: v.array(flag),
    notice,
    pending,
    mark: v.string(),
    // What was stored before this was kept counts as something that not everybody may know.
    isRestricted: v.optional(v.boolean(), true),
    property: v.object({
      state: v.exactOptional(stepState),
      waitsFor: v.exactOptional(ids),
      client: v.exactOptional(v.string()),
    }),
  }),
);

/** A row of the table. */
export const storedState = v.pipe(
  v.object({
    issue_id: v.string(),
    issue_key: v.string(),
    project_id: v.string(),
    client_project_id: v.nullable(v.string()),
    status_id: v.string(),
    category: v.picklist(['todo', 'inProgress', 'done']),
    state: stepState,
    detail,
    look_again_at: v.nullable(storedInstant),
    is_published: wholeNumber,
    read_at: storedInstant,
    version: wholeNumber,
  }),
  v.transform(
    (row): OrderState => ({
      issueId: row.issue_id,
      issueKey: row.issue_key,
      projectId: row.project_id,
      clientProjectId: row.client_project_id,
      statusId: row.status_id,
      category: row.category,
      state: row.state,
      ...row.detail,
      lookAgainAt: row.look_again_at,
      isPublished: row.is_published === 1,
      readAt: row.read_at,
      version: row.version,
    }),
  ),
);

export const STATE_COLUMNS = [
  ...['issue_id', 'issue_key', 'project_id', 'client_project_id', 'status_id', 'category'],
  ...['state', 'detail', 'look_again_at', 'is_published', 'read_at', 'version'],
];

const COLUMNS = STATE_COLUMNS.join(', ');

const countRow = v.object({ found: wholeNumber });
/** Asked by an administrator now and then: there is no index for it. */
const COUNT_UNKNOWN = `SELECT COUNT(*) AS found FROM order_state
  WHERE detail LIKE '%"kind":"unknownBlocker"%'`;

const idRow = v.object({ issue_id: v.string() });

/** States of the order in Forge SQL. */
export function orderStateStore(sql: Sql): OrderStatePort {
  return {
    listStates: async (issueIds) => {
      const found: OrderState[] = [];
      for (const batch of inBatches(issueIds, IDS_A_STATEMENT)) {
        const where = `issue_id IN (${placeholders(batch.length)})`;
        const statement = `SELECT ${COLUMNS} FROM order_state WHERE ${where} ORDER BY issue_id`;
        found.push(...(await sql.rows(storedState, statement, batch)));
      }
      return found;
    },
    saveState: async (state, shownVersion) => {
      const written =
        shownVersion === 0 ? await insert(sql, state) : await update(sql, state, shownVersion);
      return written === 1;
    },
    removeStates: async (issueIds) => {
      for (const batch of inBatches(issueIds, IDS_A_STATEMENT)) {
        const where = `issue_id IN (${placeholders(batch.length)})`;
        await sql.change(`DELETE FROM order_state WHERE ${where}`, batch);
      }
    },
    listDueStates: (now, max) =>
      listIds(
        sql,
        `WHERE look_again_at <= ? ORDER BY look_again_at, issue_id LIMIT ${Math.trunc(max)}`,
        [now],
      ),
    listStateIds: (after, max) =>
      listIds(sql, `WHERE issue_id > ? ORDER BY issue_id LIMIT ${Math.trunc(max)}`, [after]),
    // Asked when an issue vanishes: there is no index for it.
    listNaming: (issueId) =>
      listIds(sql, 'WHERE detail LIKE ? ORDER BY issue_id', [`%${JSON.stringify(issueId)}%`]),
    countUnknown: async () => {
      const rows = await sql.rows(countRow, COUNT_UNKNOWN);
      return rows[0]?.found ?? 0;
    },
    listSuspects: (max) =>
      sql.rows(
        storedState,
        `SELECT ${COLUMNS} FROM order_state WHERE state = 'suspect'
         ORDER BY read_at DESC, issue_id LIMIT ${Math.trunc(max)}`,
      ),
  };
}

function insert(sql: Sql, state: OrderState): Promise<number> {
  return sql.change(
    `INSERT IGNORE INTO order_state (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    [state.issueId, ...valuesOf(state)],
  );
}

function update(sql: Sql, state: OrderState, shownVersion: number): Promise<number> {
  return sql.change(
    `UPDATE order_state SET issue_key = ?, project_id = ?, client_project_id = ?, status_id = ?,
       category = ?, state = ?, detail = ?, look_again_at = ?, is_published = ?, read_at = ?,
       version = version + 1
     WHERE issue_id = ? AND version = ? AND read_at <= ?`,
    [...valuesOf(state), state.issueId, shownVersion, state.readAt],
  );
}

function valuesOf(state: OrderState): readonly SqlValue[] {
  const { waitsFor, linkedIds, openIds, successorIds, nearIds, flags } = state;
  const links = { waitsFor, linkedIds, openIds, successorIds, nearIds };
  const { notice: told, pending: toTell, mark, isRestricted, property } = state;
  const parts = { ...links, flags, notice: told, pending: toTell, mark, isRestricted, property };
  return [
    ...[state.issueKey, state.projectId, state.clientProjectId, state.statusId, state.category],
    ...[state.state, JSON.stringify(parts), state.lookAgainAt, state.isPublished ? 1 : 0],
    state.readAt,
  ];
}

async function listIds(
  sql: Sql,
  rest: string,
  values: readonly SqlValue[],
): Promise<readonly string[]> {
  const rows = await sql.rows(idRow, `SELECT issue_id FROM order_state ${rest}`, values);
  return rows.map((row) => row.issue_id);
}
