import * as v from 'valibot';
import type { Simulation } from '../core/sla/simulate';
import type { SimulationPort, SimulationRun } from '../usecases/ports/simulation-port';
import { storedInstant } from './sla-row';
import { type Sql, wholeNumber } from './sql';

/** Written by nobody but us, in one shape: that it is JSON with its parts is all that is checked. */
const storedResult = v.pipe(
  v.string(),
  v.parseJson(),
  v.custom<Simulation>((value) => typeof value === 'object' && value !== null && 'flips' in value),
);

const storedRun = v.pipe(
  v.object({
    id: v.string(),
    client_project_id: v.string(),
    months: wholeNumber,
    policy_text: v.string(),
    state: v.picklist(['waiting', 'running', 'done', 'cancelled', 'failed']),
    page: v.nullable(v.string()),
    step: wholeNumber,
    done: wholeNumber,
    total: v.nullable(wholeNumber),
    result: storedResult,
    skipped: v.pipe(
      v.string(),
      v.parseJson(),
      v.array(v.object({ issueKey: v.string(), why: v.string() })),
    ),
    error: v.nullable(v.string()),
    started_at: storedInstant,
    finished_at: v.nullable(storedInstant),
  }),
  v.transform(({ client_project_id, policy_text, started_at, finished_at, ...row }) => ({
    ...row,
    clientProjectId: client_project_id,
    policyText: policy_text,
    startedAt: started_at,
    finishedAt: finished_at,
  })),
);

const COLUMNS = `id, client_project_id, months, policy_text, state, page, step, done, total, result,
  skipped, error, started_at, finished_at`;

/** Runs of the contract simulator in Forge SQL. */
export function simulationStore(sql: Sql): SimulationPort {
  const find = async (rest: string, values: readonly string[]) => {
    const statement = `SELECT ${COLUMNS} FROM sla_simulation ${rest}`;
    return (await sql.rows(storedRun, statement, values))[0] ?? null;
  };
  return {
    addRun: (run) => addRun(sql, run),
    findRun: (id) => find('WHERE id = ?', [id]),
    findLatestRun: () => find('ORDER BY started_at DESC, id LIMIT 1', []),
    saveRun: (run, shownStep) => saveRun(sql, run, shownStep),
  };
}

/** The unique index on active_key refuses a second one; what is over makes room first. */
async function addRun(sql: Sql, run: SimulationRun): Promise<boolean> {
  await sql.change('DELETE FROM sla_simulation WHERE active_key IS NULL');
  const added = await sql.change(
    `INSERT IGNORE INTO sla_simulation (${COLUMNS}, active_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[run.id, run.clientProjectId, run.months, run.policyText, run.state, run.page, run.step],
      ...[run.done, run.total, JSON.stringify(run.result), JSON.stringify(run.skipped), run.error],
      ...[run.startedAt, run.finishedAt, activeKey(run)],
    ],
  );
  return added === 1;
}

async function saveRun(sql: Sql, run: SimulationRun, shownStep: number): Promise<boolean> {
  const saved = await sql.change(
    `UPDATE sla_simulation SET state = ?, page = ?, step = ?, done = ?, total = ?, result = ?,
       skipped = ?, error = ?, finished_at = ?, active_key = ?
     WHERE id = ? AND step = ?`,
    [
      ...[run.state, run.page, run.step, run.done, run.total, JSON.stringify(run.result)],
      ...[JSON.stringify(run.skipped), run.error, run.finishedAt, activeKey(run)],
      ...[run.id, shownStep],
    ],
  );
  return saved === 1;
}

function activeKey({ state }: SimulationRun): number | null {
  return state === 'waiting' || state === 'running' ? 1 : null;
}
