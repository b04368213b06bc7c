import * as v from 'valibot';
import { NO_TALLY, type Simulation } from '../../core/sla/simulation/simulation';
import {
  RUNS_KEPT,
  type SimulationPort,
  type SimulationRun,
} from '../../usecases/ports/simulation-port';
import { type Sql, wholeNumber } from '../sql';
import { storedInstant } from './sla-row';

/** Written by nobody but us, in one shape: that it is JSON with its parts is all that is checked. */
const storedResult = v.pipe(
  v.string(),
  v.parseJson(),
  v.custom<Simulation>((value) => typeof value === 'object' && value !== null && 'flips' in value),
  // Runs of before compared the client's two clocks only.
  v.transform(({ present, other, flips, ...rest }) => ({
    ...rest,
    present: { ...NO_TALLY, ...present },
    other: { ...NO_TALLY, ...other },
    flips: flips.map((flip) => ({ ...flip, department: flip.department ?? null })),
  })),
);

const summary = {
  id: v.string(),
  client_project_id: v.string(),
  months: wholeNumber,
  present_name: v.string(),
  other_name: v.string(),
  started_by: v.string(),
  state: v.picklist(['waiting', 'running', 'done', 'cancelled', 'failed']),
  done: wholeNumber,
  total: v.nullable(wholeNumber),
  started_at: storedInstant,
  finished_at: v.nullable(storedInstant),
  touched_at: storedInstant,
};

type StoredSummary = v.InferOutput<v.ObjectSchema<typeof summary, undefined>>;

const storedSummary = v.pipe(
  v.object({ ...summary, flip_count: wholeNumber }),
  v.transform(({ flip_count, ...row }) => ({ ...summaryOf(row), flipCount: flip_count })),
);

const storedRun = v.pipe(
  v.object({
    ...summary,
    policy_text: v.string(),
    page: v.nullable(v.string()),
    step: wholeNumber,
    result: storedResult,
    skipped: v.pipe(
      v.string(),
      v.parseJson(),
      v.array(v.object({ issueKey: v.string(), why: v.string() })),
    ),
    error: v.nullable(v.string()),
  }),
  v.transform(({ policy_text, page, step, result, skipped, error, ...row }): SimulationRun => {
    return { ...summaryOf(row), policyText: policy_text, page, step, result, skipped, error };
  }),
);

function summaryOf(row: StoredSummary) {
  const { id, months, state, done, total } = row;
  return {
    ...{ id, months, state, done, total },
    clientProjectId: row.client_project_id,
    presentName: row.present_name,
    otherName: row.other_name,
    startedBy: row.started_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    touchedAt: row.touched_at,
  };
}

const LISTED = `id, client_project_id, months, present_name, other_name, started_by, state, done,
  total, started_at, finished_at, touched_at`;
const COLUMNS = `${LISTED}, policy_text, page, step, result, skipped, error`;

/** Runs of the contract simulator in Forge SQL. */
export function simulationStore(sql: Sql): SimulationPort {
  return {
    addRun: (run) => addRun(sql, run),
    findRun: async (id) => {
      const statement = `SELECT ${COLUMNS} FROM sla_simulation_run WHERE id = ?`;
      return (await sql.rows(storedRun, statement, [id]))[0] ?? null;
    },
    listRuns: () =>
      sql.rows(
        storedSummary,
        `SELECT ${LISTED}, flip_count FROM sla_simulation_run ORDER BY started_at DESC, id`,
      ),
    saveRun: (run, shownStep) => saveRun(sql, run, shownStep),
    deleteRun: async (id) => {
      await sql.change('DELETE FROM sla_simulation_run WHERE id = ?', [id]);
    },
  };
}

async function addRun(sql: Sql, run: SimulationRun): Promise<void> {
  await sql.change(
    `DELETE FROM sla_simulation_run WHERE finished_at IS NOT NULL AND id NOT IN (
       SELECT id FROM (
         SELECT id FROM sla_simulation_run ORDER BY started_at DESC, id LIMIT ${RUNS_KEPT - 1}
       ) AS kept
     )`,
  );
  await sql.change(
    `INSERT INTO sla_simulation_run (${COLUMNS}, flip_count)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[run.id, run.clientProjectId, run.months, run.presentName, run.otherName, run.startedBy],
      ...[run.state, run.done, run.total, run.startedAt, run.finishedAt, run.touchedAt],
      ...[run.policyText, run.page, run.step, JSON.stringify(run.result)],
      ...[JSON.stringify(run.skipped), run.error, run.result.flipCount],
    ],
  );
}

async function saveRun(sql: Sql, run: SimulationRun, shownStep: number): Promise<boolean> {
  const saved = await sql.change(
    `UPDATE sla_simulation_run SET state = ?, page = ?, step = ?, done = ?, total = ?, result = ?,
       skipped = ?, error = ?, finished_at = ?, touched_at = ?, flip_count = ?
     WHERE id = ? AND step = ?`,
    [
      ...[run.state, run.page, run.step, run.done, run.total, JSON.stringify(run.result)],
      ...[JSON.stringify(run.skipped), run.error, run.finishedAt, run.touchedAt],
      ...[run.result.flipCount, run.id, shownStep],
    ],
  );
  return saved === 1;
}
