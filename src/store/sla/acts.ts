import * as v from 'valibot';
import { inBatches } from '../../core/in-batches';
import { instant, millis } from '../../core/time';
import type { ActPort, SlaAct } from '../../usecases/ports/act-port';
import { placeholders } from '../placeholders';
import { type Sql, wholeNumber } from '../sql';
import { storedClock, storedInstant, storedMillis, storedState } from './sla-row';

const IDS_A_STATEMENT = 1000;

const original = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    state: storedState,
    dueAt: v.nullable(v.pipe(v.number(), v.transform(instant))),
    targetMs: v.nullable(v.pipe(v.number(), v.transform(millis))),
    breachedAt: v.nullable(v.pipe(v.number(), v.transform(instant))),
    stoppedAt: v.nullable(v.pipe(v.number(), v.transform(instant))),
  }),
);

const actRow = v.pipe(
  v.object({
    id: v.string(),
    issue_id: v.string(),
    client_project_id: v.string(),
    clock: storedClock,
    cycle_no: wholeNumber,
    kind: v.picklist(['extend', 'reset', 'exclude']),
    counted_from: v.nullable(v.picklist(['target', 'now'])),
    by_ms: v.nullable(storedMillis),
    reason: v.string(),
    actor_account_id: v.string(),
    at: storedInstant,
    original,
  }),
  v.transform((row): SlaAct => {
    const { clock, reason, at, kind } = row;
    const base = { clock, reason, at, by: row.actor_account_id };
    const by = { from: row.counted_from ?? 'target', ms: row.by_ms ?? millis(0) } as const;
    return {
      id: row.id,
      issueId: row.issue_id,
      clientProjectId: row.client_project_id,
      cycle: row.cycle_no,
      act: kind === 'extend' ? { ...base, kind, ...by } : { ...base, kind },
      original: row.original,
    };
  }),
);

const COLUMNS = `id, issue_id, client_project_id, clock, cycle_no, kind, counted_from, by_ms, reason,
  actor_account_id, at, original`;

/** Acts by hand in Forge SQL. */
export function actStore(sql: Sql): ActPort {
  return {
    addAct: async (added) => {
      const { act } = added;
      const [from, ms] = act.kind === 'extend' ? [act.from, act.ms] : [null, null];
      await sql.change(
        `INSERT INTO sla_act (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[added.id, added.issueId, added.clientProjectId, act.clock, added.cycle, act.kind],
          ...[from, ms, act.reason, act.by, act.at, JSON.stringify(added.original)],
        ],
      );
    },
    listActs: async (issueIds) => {
      const found: SlaAct[] = [];
      for (const ids of inBatches(issueIds, IDS_A_STATEMENT)) {
        const ofIssues = `issue_id IN (${placeholders(ids.length)})`;
        const statement = `SELECT ${COLUMNS} FROM sla_act WHERE ${ofIssues} ORDER BY at, id`;
        found.push(...(await sql.rows(actRow, statement, ids)));
      }
      return found;
    },
    excludeFrozen: async ({ issueId, clientProjectId, clock, cycle }, reason) => {
      await sql.change(
        `UPDATE sla_cycle SET state = 'excluded', reason = ?, is_published = 0,
           decided_at = COALESCE(stopped_at, started_at)
         WHERE issue_id = ? AND client_project_id = ? AND clock = ? AND cycle_no = ?
           AND frozen_at IS NOT NULL`,
        [reason, issueId, clientProjectId, clock, cycle],
      );
    },
  };
}
