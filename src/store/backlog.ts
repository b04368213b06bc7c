import * as v from 'valibot';
import { inBatches } from '../core/in-batches';
import type { BacklogPort, WaitingLook } from '../usecases/ports/backlog-port';
import type { IssueChange } from '../usecases/ports/queue-port';
import { placeholders, rowPlaceholders } from './placeholders';
import { type Sql, wholeNumber } from './sql';

const ROWS_A_STATEMENT = 1000;

/** What two different changes of an issue come to: any field may have changed. */
const ANYTHING = ['status', 'project', 'security', 'Parent'];

const changeBody = v.object({
  project: v.nullable(v.object({ id: v.string(), key: v.string(), name: v.string() })),
  fields: v.array(v.string()),
  deletion: v.exactOptional(v.object({ by: v.nullable(v.string()) })),
});

const row = v.pipe(
  v.object({
    issue_id: v.string(),
    kind: v.picklist(['change', 'order', 'refresh']),
    body: v.pipe(v.string(), v.parseJson(), v.nullable(changeBody)),
    is_mixed: wholeNumber,
  }),
  v.transform(({ issue_id: issueId, kind, body, is_mixed }): WaitingLook => {
    if (kind !== 'change') return { kind, issueId };
    const { project = null, fields = [], ...rest } = body ?? {};
    const change: IssueChange =
      is_mixed === 0
        ? { issueId, project, fields, ...rest }
        : { issueId, project: null, fields: ANYTHING, ...rest };
    return { kind, change };
  }),
);

/** Looks that wait for a place in the queue, one row an issue and kind. */
export function backlogStore(sql: Sql): BacklogPort {
  return {
    keepLooks: async (looks, dueAt) => {
      for (const batch of inBatches(looks, ROWS_A_STATEMENT)) {
        await sql.change(
          `INSERT INTO waiting_look (issue_id, kind, body, is_mixed, due_at)
           VALUES ${rowPlaceholders(batch.length, 5)}
           ON DUPLICATE KEY UPDATE is_mixed = IF(body = VALUES(body), is_mixed, 1),
             body = VALUES(body), due_at = VALUES(due_at)`,
          batch.flatMap((look) => [idOf(look), look.kind, bodyOf(look), 0, dueAt]),
        );
      }
    },
    listLooks: (before, atMost) =>
      sql.rows(
        row,
        `SELECT issue_id, kind, body, is_mixed FROM waiting_look WHERE due_at < ?
         ORDER BY due_at, issue_id, kind LIMIT ${Math.floor(atMost)}`,
        [before],
      ),
    removeLooks: async (looks, before) => {
      for (const kind of ['change', 'order', 'refresh'] as const) {
        const ids = looks.filter((look) => look.kind === kind).map(idOf);
        for (const batch of inBatches(ids, ROWS_A_STATEMENT)) {
          await sql.change(
            `DELETE FROM waiting_look
             WHERE issue_id IN (${placeholders(batch.length)}) AND kind = ? AND due_at < ?`,
            [...batch, kind, before],
          );
        }
      }
    },
    countLooks: async () => {
      const [first] = await sql.rows(
        v.object({ looks: wholeNumber }),
        'SELECT COUNT(*) AS looks FROM waiting_look',
      );
      return first?.looks ?? 0;
    },
  };
}

function idOf(look: WaitingLook): string {
  return look.kind === 'change' ? look.change.issueId : look.issueId;
}

function bodyOf(look: WaitingLook): string {
  if (look.kind !== 'change') return 'null';
  const { issueId: _, ...body } = look.change;
  return JSON.stringify(body);
}
