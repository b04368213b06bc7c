import * as v from 'valibot';
import type { FrozenLedger, LedgerPort } from '../../usecases/ports/ledger-port';
import { type Sql, wholeNumber } from '../sql';
import { packedLedger, packLedger } from './packed-ledger';
import { storedClock, storedInstant } from './sla-row';

/** Of the 1 MiB that a statement may have (Forge docs, "SQL: limits"), with its values. */
const BYTES_A_STATEMENT = 800_000;
/** What the key of a row takes at most. */
const KEY_BYTES = 120;
const ROWS_A_STATEMENT = 5000;

const ledgerRow = v.pipe(
  v.object({
    issue_id: v.string(),
    client_project_id: v.string(),
    clock: storedClock,
    cycle_no: wholeNumber,
    policy_key: v.string(),
    frozen_at: storedInstant,
    intervals: packedLedger,
  }),
  v.transform(
    (row): FrozenLedger => ({
      issueId: row.issue_id,
      clientProjectId: row.client_project_id,
      clock: row.clock,
      cycle: row.cycle_no,
      policyKey: row.policy_key,
      frozenAt: row.frozen_at,
      ...row.intervals,
    }),
  ),
);

type Values = readonly [string, string, string, number, number, string];

/** Ledgers of frozen cycles in Forge SQL. */
export function ledgerStore(sql: Sql): LedgerPort {
  return {
    saveLedgers: async (ledgers) => {
      for (const batch of inBatches(ledgers.map(valuesOf))) {
        await sql.change(
          `INSERT IGNORE INTO sla_ledger
             (issue_id, client_project_id, clock, cycle_no, frozen_at, intervals)
           VALUES ${batch.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
          batch.flat(),
        );
      }
    },
    listLedgers: (issueId) =>
      sql.rows(
        ledgerRow,
        `SELECT ledger.issue_id, ledger.client_project_id, ledger.clock, ledger.cycle_no,
           cycle.policy_key, ledger.frozen_at, ledger.intervals
         FROM sla_ledger AS ledger JOIN sla_cycle AS cycle
           ON cycle.issue_id = ledger.issue_id
           AND cycle.client_project_id = ledger.client_project_id AND cycle.clock = ledger.clock
           AND cycle.cycle_no = ledger.cycle_no AND cycle.frozen_at = ledger.frozen_at
         WHERE ledger.issue_id = ?
         ORDER BY ledger.client_project_id, ledger.clock, ledger.cycle_no`,
        [issueId],
      ),
  };
}

function valuesOf(ledger: FrozenLedger): Values {
  const { issueId, clientProjectId, clock, cycle, frozenAt } = ledger;
  return [issueId, clientProjectId, clock, cycle, frozenAt, packLedger(ledger)];
}

/** Each small enough for a statement; a row that is not is one by itself. */
function inBatches(rows: readonly Values[]): Values[][] {
  const batches: Values[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(row[5]) + KEY_BYTES;
    const last = batches.at(-1);
    if (last === undefined || size > room || last.length >= ROWS_A_STATEMENT) {
      batches.push([row]);
      room = BYTES_A_STATEMENT - size;
    } else {
      last.push(row);
      room -= size;
    }
  }
  return batches;
}
