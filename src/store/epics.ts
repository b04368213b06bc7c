import * as v from 'valibot';
import type { LinkedEpic } from '../core/project/client-project';
import { instant } from '../core/time';
import type { ProjectStorePort } from '../usecases/ports/project-store-port';
import { placeholders } from './placeholders';
import { type Sql, wholeNumber } from './sql';

const EpicRow = v.pipe(
  v.object({
    client_project_id: v.string(),
    issue_id: v.string(),
    linked_by: v.string(),
    linked_at: wholeNumber,
  }),
  v.transform(
    (row): LinkedEpic => ({
      clientProjectId: row.client_project_id,
      issueId: row.issue_id,
      linkedBy: row.linked_by,
      linkedAt: instant(row.linked_at),
    }),
  ),
);

const CountRow = v.object({ client_project_id: v.string(), epics: wholeNumber });

const COLUMNS = 'client_project_id, issue_id, linked_by, linked_at';

type EpicStore = Pick<
  ProjectStorePort,
  'listEpics' | 'listAllEpics' | 'countEpics' | 'listLinks' | 'addEpic' | 'removeEpic'
>;

/** Which issues belong to which client project: the issue is the primary key, so to one at most. */
export function epicStore(sql: Sql): EpicStore {
  return {
    listEpics: (clientProjectId) =>
      sql.rows(
        EpicRow,
        `SELECT ${COLUMNS} FROM linked_epic WHERE client_project_id = ? ORDER BY linked_at, issue_id`,
        [clientProjectId],
      ),
    listAllEpics: () =>
      sql.rows(EpicRow, `SELECT ${COLUMNS} FROM linked_epic ORDER BY linked_at, issue_id`),
    countEpics: async () => {
      const rows = await sql.rows(
        CountRow,
        'SELECT client_project_id, COUNT(*) AS epics FROM linked_epic GROUP BY client_project_id',
      );
      return new Map(rows.map((row) => [row.client_project_id, row.epics]));
    },
    listLinks: async (issueIds) => {
      if (issueIds.length === 0) return [];
      return sql.rows(
        EpicRow,
        `SELECT ${COLUMNS} FROM linked_epic WHERE issue_id IN (${placeholders(issueIds.length)})`,
        issueIds,
      );
    },
    addEpic: async (epic) => {
      const added = await sql.change(
        `INSERT IGNORE INTO linked_epic (${COLUMNS}) VALUES (?, ?, ?, ?)`,
        [epic.clientProjectId, epic.issueId, epic.linkedBy, epic.linkedAt],
      );
      return added === 1;
    },
    removeEpic: async (clientProjectId, issueId) => {
      const removed = await sql.change(
        'DELETE FROM linked_epic WHERE client_project_id = ? AND issue_id = ?',
        [clientProjectId, issueId],
      );
      return removed === 1;
    },
  };
}
