import * as v from 'valibot';
import { instant } from '../../core/time';
import type { Recount, RecountPort } from '../../usecases/ports/recount-port';
import { type Sql, wholeNumber } from '../sql';
import { storedLabel } from './packed-ledger';
import { storedClock, storedInstant, storedState } from './sla-row';

const value = v.nullable(v.union([v.string(), v.number()]));
const moment = v.pipe(v.number(), v.transform(instant));

const differences = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    fields: v.array(v.object({ name: v.string(), frozen: value, recount: value })),
    // Rows from before ledgers were kept have neither.
    changes: v.optional(
      v.nullable(
        v.array(
          v.object({
            from: moment,
            to: moment,
            old: v.nullable(storedLabel),
            new: v.nullable(storedLabel),
          }),
        ),
      ),
      null,
    ),
    moreChanges: v.optional(v.number(), 0),
    because: v.optional(v.picklist(['recompute', 'act']), 'recompute'),
  }),
);

const recountRow = v.pipe(
  v.object({
    issue_id: v.string(),
    client_project_id: v.string(),
    clock: storedClock,
    cycle_no: wholeNumber,
    policy_version: wholeNumber,
    state: v.nullable(storedState),
    differences,
    actor_account_id: v.string(),
    at: storedInstant,
  }),
  v.transform((row): Recount => {
    const { because, ...differences } = row.differences;
    return {
      issueId: row.issue_id,
      clientProjectId: row.client_project_id,
      clock: row.clock,
      cycle: row.cycle_no,
      policyVersion: row.policy_version,
      state: row.state,
      ...{ differences, because },
      actorAccountId: row.actor_account_id,
      at: row.at,
    };
  }),
);

const COLUMNS = `issue_id, client_project_id, clock, cycle_no, policy_version, state, differences,
  actor_account_id, at`;

/** Second verdicts in Forge SQL. */
export function recountStore(sql: Sql): RecountPort {
  return {
    saveRecounts: async (recounts) => {
      if (recounts.length === 0) return;
      const tuples = recounts.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
      await sql.change(
        `INSERT INTO sla_recount (${COLUMNS}) VALUES ${tuples}
         ON DUPLICATE KEY UPDATE policy_version = VALUES(policy_version), state = VALUES(state),
           differences = VALUES(differences), actor_account_id = VALUES(actor_account_id),
           at = VALUES(at)`,
        recounts.flatMap((each) => [
          ...[each.issueId, each.clientProjectId, each.clock, each.cycle, each.policyVersion],
          ...[each.state, textOf(each), each.actorAccountId, each.at],
        ]),
      );
    },
    listRecounts: (issueId) =>
      sql.rows(
        recountRow,
        `SELECT ${COLUMNS} FROM sla_recount WHERE issue_id = ? ORDER BY clock, cycle_no`,
        [issueId],
      ),
  };
}

/** Why it was made stands with what it found, so that the table is as it was. */
function textOf({ differences, because }: Recount): string {
  return JSON.stringify({ ...differences, because });
}
