import * as v from 'valibot';
import type { ClientProject } from '../core/project/client-project';
import { instant } from '../core/time';
import type { ProjectStorePort } from '../usecases/ports/project-store-port';
import { addAuditEntry } from './audit';
import { epicStore } from './epics';
import { placeholders } from './placeholders';
import { type Sql, type SqlValue, wholeNumber } from './sql';

const AccountIds = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

export const storedProject = v.pipe(
  v.object({
    id: v.string(),
    project_key: v.string(),
    name: v.string(),
    client: v.string(),
    tam_account_id: v.string(),
    deputy_account_ids: AccountIds,
    viewer_account_ids: AccountIds,
    policy_key: v.nullable(v.string()),
    incidents_jql: v.string(),
    counts_hidden: wholeNumber,
    version: wholeNumber,
    created_at: wholeNumber,
  }),
  v.transform(
    (row): ClientProject => ({
      id: row.id,
      key: row.project_key,
      name: row.name,
      client: row.client,
      tamAccountId: row.tam_account_id,
      deputyAccountIds: row.deputy_account_ids,
      viewerAccountIds: row.viewer_account_ids,
      policyKey: row.policy_key,
      incidentsJql: row.incidents_jql,
      countsHidden: row.counts_hidden === 1,
      version: row.version,
      createdAt: instant(row.created_at),
    }),
  ),
);

export const PROJECT_COLUMNS = [
  ...['id', 'project_key', 'name', 'client', 'tam_account_id', 'deputy_account_ids'],
  ...['viewer_account_ids', 'policy_key', 'incidents_jql', 'counts_hidden', 'version'],
  'created_at',
];

const COLUMNS = PROJECT_COLUMNS.join(', ');

/** Client projects, their epics and the audit in Forge SQL. One statement per call. */
export function projectStore(sql: Sql): ProjectStorePort {
  return {
    ...epicStore(sql),
    listProjects: () =>
      sql.rows(storedProject, `SELECT ${COLUMNS} FROM client_project ORDER BY project_key`),
    findProject: async (id) => {
      const rows = await sql.rows(
        storedProject,
        `SELECT ${COLUMNS} FROM client_project WHERE id = ?`,
        [id],
      );
      return rows[0] ?? null;
    },
    findProjectOfEpic: async (issueId) => {
      const columns = COLUMNS.replace(/\w+/g, 'p.$&');
      const rows = await sql.rows(
        storedProject,
        `SELECT ${columns} FROM client_project p
           JOIN linked_epic e ON e.client_project_id = p.id WHERE e.issue_id = ?`,
        [issueId],
      );
      return rows[0] ?? null;
    },
    addProject: async (project) => (await insert(sql, project)) === 1,
    saveProject: async (project, shownVersion) => (await update(sql, project, shownVersion)) === 1,
    audit: (entry) => addAuditEntry(sql, entry),
  };
}

/** The unique index on the key decides between two people who take the same one. */
function insert(sql: Sql, project: ClientProject): Promise<number> {
  return sql.change(
    `INSERT IGNORE INTO client_project (${COLUMNS}) VALUES (${placeholders(PROJECT_COLUMNS.length)})`,
    [project.id, project.key, ...changeable(project), project.createdAt],
  );
}

function update(sql: Sql, project: ClientProject, shownVersion: number): Promise<number> {
  return sql.change(
    `UPDATE client_project SET name = ?, client = ?, tam_account_id = ?, deputy_account_ids = ?,
       viewer_account_ids = ?, policy_key = ?, incidents_jql = ?, counts_hidden = ?, version = ?
     WHERE id = ? AND version = ?`,
    [...changeable(project), project.id, shownVersion],
  );
}

/** What an edit may change, and the version, in the order of the columns. */
function changeable(project: ClientProject): readonly SqlValue[] {
  return [
    ...[project.name, project.client, project.tamAccountId],
    ...[JSON.stringify(project.deputyAccountIds), JSON.stringify(project.viewerAccountIds)],
    ...[project.policyKey, project.incidentsJql, project.countsHidden ? 1 : 0, project.version],
  ];
}
