import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../usecases/ports/project-store-port';
import type { Sql } from './sql';

/** Writes who did what; entries are only ever added, one with an id of its own once. */
export async function addAuditEntry(sql: Sql, entry: AuditEntry): Promise<void> {
  await sql.change(
    `INSERT IGNORE INTO audit_entry
       (id, at, actor_account_id, act, client_project_id, issue_id, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      entry.id ?? randomUUID(),
      entry.at,
      entry.actorAccountId,
      entry.act,
      entry.clientProjectId,
      entry.issueId,
      JSON.stringify(entry.detail),
    ],
  );
}
