import * as v from 'valibot';
import { inBatches } from '../../core/in-batches';
import type { Instant } from '../../core/time';
import type {
  ClaimedWarning,
  DueWork,
  PlannedWarning,
  WarningStorePort,
} from '../../usecases/ports/warning-ports';
import { placeholders, rowPlaceholders } from '../placeholders';
import { type Sql, wholeNumber } from '../sql';
import { noticeStore } from './notices';
import { storedClock, storedInstant, storedPauseReason, storedState } from './sla-row';

const ROWS_A_STATEMENT = 500;

const recipients = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.picklist(['assignee', 'lead', 'tam'])),
);

const claimedRow = v.pipe(
  v.object({
    id: v.string(),
    issue_id: v.string(),
    client_project_id: v.string(),
    clock: storedClock,
    cycle_no: wholeNumber,
    goal_key: v.string(),
    threshold: v.string(),
    notify: recipients,
    tries: wholeNumber,
    state_now: v.nullable(storedState),
    goal_now: v.nullable(v.string()),
    due_now: v.nullable(storedInstant),
    calendar_key: v.nullable(v.string()),
    paused_because: storedPauseReason,
    policy_version: v.nullable(wholeNumber),
    department: v.nullable(v.string()),
    stopped_at: v.nullable(storedInstant),
  }),
  v.transform(
    (row): ClaimedWarning => ({
      id: row.id,
      issueId: row.issue_id,
      clientProjectId: row.client_project_id,
      clock: row.clock,
      cycle: row.cycle_no,
      goalKey: row.goal_key,
      threshold: row.threshold,
      notify: row.notify,
      tries: row.tries,
      cycleNow:
        row.state_now === null
          ? null
          : {
              state: row.state_now,
              goalKey: row.goal_now,
              dueAt: row.due_now,
              calendarKey: row.calendar_key,
              pausedBecause: row.paused_because,
              policyVersion: row.policy_version ?? 0,
              department: row.department,
              isStopped: row.stopped_at !== null,
            },
    }),
  ),
);

/** Warnings and notices in Forge SQL; lists of nothing cost no statement. */
export function warningStore(sql: Sql): WarningStorePort {
  return {
    planWarnings: async (warnings) => {
      for (const batch of inBatches(warnings, ROWS_A_STATEMENT)) await plan(sql, batch);
    },
    findWork: (now) => findWork(sql, now),
    claimWarnings: (token, now, max, until) => claim(sql, token, { now, max, until }),
    settleWarnings: (ids, state) => setState(sql, ids, state, null),
    postponeWarnings: (ids, until) => setState(sql, ids, 'waiting', until),
    ...noticeStore(sql),
    tidyWarnings: async (before, now) => {
      await sql.change(
        `DELETE FROM sla_notice WHERE state IN ('sent', 'refused', 'lost') AND at < ?`,
        [before],
      );
      await sql.change(
        `UPDATE sla_warning w LEFT JOIN sla_cycle c ON ${SAME_CYCLE} SET w.state = 'dropped'
         WHERE w.state IN ('waiting', 'claimed') AND w.due_at <= ?
           AND (c.issue_id IS NULL OR c.stopped_at IS NOT NULL)`,
        [now],
      );
    },
  };
}

/** What was told, dropped or is under way stays: the same goal warns once (SLA semantics C7.4). */
async function plan(sql: Sql, warnings: readonly PlannedWarning[]): Promise<void> {
  await sql.change(
    `INSERT INTO sla_warning (id, issue_id, client_project_id, clock, cycle_no, goal_key,
       threshold, notify, state, due_at)
     VALUES ${rowPlaceholders(warnings.length, 10)}
     ON DUPLICATE KEY UPDATE notify = VALUES(notify),
       due_at = IF(state = 'waiting', VALUES(due_at), due_at)`,
    warnings.flatMap((each) => [
      ...[each.id, each.issueId, each.clientProjectId, each.clock, each.cycle, each.goalKey],
      ...[each.threshold, JSON.stringify(each.notify), each.state, each.dueAt],
    ]),
  );
}

/** Of most clocks that warnings were planned for, nothing is left to tell: they have stopped. */
const SAME_CYCLE = `c.issue_id = w.issue_id AND c.client_project_id = w.client_project_id
  AND c.clock = w.clock AND c.cycle_no = w.cycle_no`;

const workRow = v.object({
  warnings: wholeNumber,
  notices: wholeNumber,
  places: wholeNumber,
  looks: wholeNumber,
});

/** With the order's in it: this is asked 8,640 times a month, whether there is anything or not. */
async function findWork(sql: Sql, now: Instant): Promise<DueWork> {
  const rows = await sql.rows(
    workRow,
    `SELECT
       EXISTS(SELECT 1 FROM sla_warning w JOIN sla_cycle c ON ${SAME_CYCLE}
              WHERE w.state IN ('waiting', 'claimed') AND w.due_at <= ?
                AND c.stopped_at IS NULL) AS warnings,
       EXISTS(SELECT 1 FROM sla_notice WHERE state IN ('held', 'sending')) AS notices,
       EXISTS(SELECT 1 FROM order_state WHERE look_again_at <= ?) AS places,
       EXISTS(SELECT 1 FROM waiting_look WHERE due_at < ?) AS looks`,
    [now, now, now],
  );
  return {
    toTell: rows.some(({ warnings, notices }) => warnings + notices > 0),
    toLookAt: rows.some(({ places, looks }) => places + looks > 0),
  };
}

/** One statement when nothing is due, else two. Whoever was stopped halfway had his time. */
async function claim(
  sql: Sql,
  token: string,
  { now, max, until }: { readonly now: Instant; readonly max: number; readonly until: Instant },
): Promise<readonly ClaimedWarning[]> {
  const claimed = await sql.change(
    `UPDATE sla_warning SET state = 'claimed', claim = ?, due_at = ?, tries = tries + 1
     WHERE state IN ('waiting', 'claimed') AND due_at <= ?
     ORDER BY due_at LIMIT ${Math.trunc(max)}`,
    [token, until, now],
  );
  if (claimed === 0) return [];
  return sql.rows(
    claimedRow,
    `SELECT w.id, w.issue_id, w.client_project_id, w.clock, w.cycle_no, w.goal_key, w.threshold,
       w.notify, w.tries, c.state AS state_now, c.goal_key AS goal_now, c.due_at AS due_now,
       c.calendar_key, c.paused_because, c.policy_version, c.department, c.stopped_at
     FROM sla_warning w LEFT JOIN sla_cycle c ON ${SAME_CYCLE}
     WHERE w.claim = ? ORDER BY w.due_at, w.id`,
    [token],
  );
}

async function setState(
  sql: Sql,
  ids: readonly string[],
  state: 'waiting' | 'done' | 'dropped',
  dueAt: Instant | null,
): Promise<void> {
  if (ids.length === 0) return;
  await sql.change(
    `UPDATE sla_warning SET state = ?, tries = 0, due_at = COALESCE(?, IF(? = 'waiting', NULL, due_at)),
       claim = NULL
     WHERE state = 'claimed' AND id IN (${placeholders(ids.length)})`,
    [state, dueAt, state, ...ids],
  );
}
