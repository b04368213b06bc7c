import * as v from 'valibot';
import type { PassPort, StoredPass } from '../../usecases/ports/order-ports';
import { placeholders } from '../placeholders';
import { storedInstant } from '../sla/sla-row';
import type { Sql } from '../sql';

const COLUMNS = `id, issue_id, gate, tokens, client_project_id, issued_by, reason, issued_at,
  expires_at, used_at, revoked_at, revoked_by`;

/** A row of the table. */
export const storedPass = v.pipe(
  v.object({
    id: v.string(),
    issue_id: v.string(),
    gate: v.picklist(['start', 'finish']),
    tokens: v.pipe(v.string(), v.parseJson(), v.array(v.string())),
    client_project_id: v.nullable(v.string()),
    issued_by: v.string(),
    reason: v.string(),
    issued_at: storedInstant,
    expires_at: storedInstant,
    used_at: v.nullable(storedInstant),
    revoked_at: v.nullable(storedInstant),
    revoked_by: v.nullable(v.string()),
  }),
  v.transform(
    (row): StoredPass => ({
      id: row.id,
      issueId: row.issue_id,
      gate: row.gate,
      tokens: row.tokens,
      clientProjectId: row.client_project_id,
      issuedBy: row.issued_by,
      reason: row.reason,
      issuedAt: row.issued_at,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      revokedAt: row.revoked_at,
      revokedBy: row.revoked_by,
    }),
  ),
);

/** What makes a pass usable, as it was seen: one of two conditional UPDATEs at once finds it so. */
const USABLE = 'used_at <=> ? AND revoked_at IS NULL AND expires_at > ?';

/** Passes in Forge SQL. */
export function passStore(sql: Sql): PassPort {
  return {
    addPass: async (pass) => {
      const added = await sql.change(
        `INSERT IGNORE INTO order_pass (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[pass.id, pass.issueId, pass.gate, JSON.stringify(pass.tokens), pass.clientProjectId],
          ...[pass.issuedBy, pass.reason, pass.issuedAt, pass.expiresAt],
          ...[pass.usedAt, pass.revokedAt, pass.revokedBy],
        ],
      );
      return added === 1;
    },
    listPassesOn: async (issueIds) => {
      if (issueIds.length === 0) return [];
      return sql.rows(
        storedPass,
        `SELECT ${COLUMNS} FROM order_pass WHERE issue_id IN (${placeholders(issueIds.length)})
         ORDER BY issued_at DESC, id`,
        issueIds,
      );
    },
    spendPass: async ({ id, inVainAt = null }, now) => {
      const used = await sql.change(
        `UPDATE order_pass SET used_at = ? WHERE id = ? AND ${USABLE}`,
        [now, id, inVainAt, now],
      );
      return used === 1;
    },
    revokePass: async ({ id, inVainAt = null }, by, now) => {
      const revoked = await sql.change(
        `UPDATE order_pass SET revoked_at = ?, revoked_by = ? WHERE id = ? AND ${USABLE}`,
        [now, by, id, inVainAt, now],
      );
      return revoked === 1;
    },
    listPassesOf: (clientProjectId, { from, to }) =>
      sql.rows(
        storedPass,
        `SELECT ${COLUMNS} FROM order_pass
         WHERE client_project_id = ? AND issued_at >= ? AND issued_at < ? ORDER BY issued_at, id`,
        [clientProjectId, from, to],
      ),
  };
}
