import * as v from 'valibot';
import type { ReleasePort } from '../../usecases/ports/order-ports';
import { placeholders } from '../placeholders';
import type { Sql } from '../sql';
import { storedConfirmation } from './order-confirmations';
import { storedPass } from './order-passes';

/** One list of columns for all three, in that of passes; what one of them lacks is NULL. */
const STATEMENT = (line: string, family: string) => `
  SELECT 'pass' AS kind, id, issue_id, gate, tokens, client_project_id, issued_by, reason,
    issued_at, expires_at, used_at, revoked_at, revoked_by
  FROM order_pass WHERE issue_id IN (${line})
  UNION ALL
  SELECT 'confirmation', blocker_id, successor_id, closed_as_id, NULL, NULL, confirmed_by, NULL,
    confirmed_at, NULL, NULL, NULL, NULL
  FROM order_confirmation WHERE successor_id IN (${line})
  UNION ALL
  SELECT 'link', NULL, issue_id, NULL, NULL, client_project_id, NULL, NULL,
    NULL, NULL, NULL, NULL, NULL
  FROM linked_epic WHERE issue_id IN (${family})`;

const kindRow = v.looseObject({
  kind: v.picklist(['pass', 'confirmation', 'link']),
  issue_id: v.string(),
});
const linkRow = v.object({ issue_id: v.string(), client_project_id: v.string() });

/** What can let a refused move through, from Forge SQL. */
export function releaseStore(sql: Sql): ReleasePort {
  return {
    readReleases: async (line, family) => {
      if (line.length === 0 || family.length === 0) {
        return { passes: [], confirmations: [], links: [] };
      }
      const statement = STATEMENT(placeholders(line.length), placeholders(family.length));
      const rows = await sql.rows(kindRow, statement, [...line, ...line, ...family]);
      const of = (kind: string) => rows.filter((row) => row.kind === kind);
      const passes = of('pass').map((row) => v.parse(storedPass, row));
      return {
        passes: passes.sort((a, b) => b.issuedAt - a.issuedAt || (a.id < b.id ? -1 : 1)),
        confirmations: of('confirmation').map(({ id, issue_id, gate, issued_by, issued_at }) =>
          v.parse(storedConfirmation, {
            ...{ blocker_id: id, successor_id: issue_id, closed_as_id: gate },
            ...{ confirmed_by: issued_by, confirmed_at: issued_at },
          }),
        ),
        links: of('link').map((row) => {
          const { issue_id, client_project_id } = v.parse(linkRow, row);
          return { issueId: issue_id, clientProjectId: client_project_id };
        }),
      };
    },
  };
}
