import * as v from 'valibot';
import type { Confirmation } from '../core/order/order-facts';
import type { ConfirmationPort } from '../usecases/ports/order-ports';
import { storedInstant } from './sla-row';
import type { Sql } from './sql';

/** A row of the table. */
export const storedConfirmation = v.pipe(
  v.object({
    successor_id: v.string(),
    blocker_id: v.string(),
    closed_as_id: v.string(),
    confirmed_by: v.string(),
    confirmed_at: storedInstant,
  }),
  v.transform(
    (row): Confirmation => ({
      successorId: row.successor_id,
      blockerId: row.blocker_id,
      closedAsId: row.closed_as_id,
      by: row.confirmed_by,
      at: row.confirmed_at,
    }),
  ),
);

const COLUMNS = 'successor_id, blocker_id, closed_as_id, confirmed_by, confirmed_at';

/** Confirmations in Forge SQL; said twice, the first stands. */
export function confirmationStore(sql: Sql): ConfirmationPort {
  return {
    addConfirmation: async ({ successorId, blockerId, closedAsId, by, at }) => {
      await sql.change(
        `INSERT IGNORE INTO order_confirmation (${COLUMNS}) VALUES (?, ?, ?, ?, ?)`,
        [...[successorId, blockerId, closedAsId, by, at]],
      );
    },
    listConfirmations: async (successorIds) => {
      if (successorIds.length === 0) return [];
      const marks = successorIds.map(() => '?').join(', ');
      return sql.rows(
        storedConfirmation,
        `SELECT ${COLUMNS} FROM order_confirmation WHERE successor_id IN (${marks})`,
        successorIds,
      );
    },
  };
}
