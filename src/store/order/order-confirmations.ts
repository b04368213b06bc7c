import * as v from 'valibot';
import type { Confirmation } from '../../core/order/judge/order-facts';
import type { ConfirmationPort } from '../../usecases/ports/order-ports';
import { placeholders } from '../placeholders';
import { storedInstant } from '../sla/sla-row';
import type { Sql } from '../sql';

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

/**
 * Confirmations in Forge SQL; said again, the later one stands: a blocker that was opened and
 * cancelled anew is asked about anew, and the word given before says nothing of it.
 */
export function confirmationStore(sql: Sql): ConfirmationPort {
  return {
    addConfirmation: async ({ successorId, blockerId, closedAsId, by, at }) => {
      await sql.change(
        `INSERT INTO order_confirmation (${COLUMNS}) VALUES (?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE confirmed_by = VALUES(confirmed_by),
           confirmed_at = VALUES(confirmed_at)`,
        [...[successorId, blockerId, closedAsId, by, at]],
      );
    },
    listConfirmations: async (successorIds) => {
      if (successorIds.length === 0) return [];
      return sql.rows(
        storedConfirmation,
        `SELECT ${COLUMNS} FROM order_confirmation WHERE successor_id IN (${placeholders(successorIds.length)})`,
        successorIds,
      );
    },
  };
}
