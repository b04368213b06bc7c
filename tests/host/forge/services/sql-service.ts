import type { Pool } from 'mysql2/promise';
import type { HostClock } from '../../clock';
import type { AppManifest } from '../manifest/app-manifest';
import { isSchemaChange, judgeSql, timeLimitMs } from './judge-sql';
import {
  NotModelledByForge,
  type OpenInvocation,
  type Service,
  type ServiceReply,
} from './service';

const REQUEST_LIMIT = 1024 * 1024;
const RESPONSE_LIMIT = 4 * 1024 * 1024;
const DDL_PER_MINUTE = 25;
const MINUTE_MS = 60_000;

type SqlRequest = { query: string; params?: unknown[]; method?: string };

/** Forge SQL: one database of the installation, one statement per call, no transactions. */
export function createSqlService(pool: Pool, clock: HostClock, manifest: AppManifest): Service {
  const schemaChanges: number[] = [];
  return async ({ target, body, invocation }) => {
    if (!manifest.hasSql) return failure(403, 'APP_NOT_ENABLED', 'manifest.yml has no sql module');
    const endpoint = endpointOf(target);
    if (Buffer.byteLength(body) > REQUEST_LIMIT) return invalid('the request exceeds 1 MiB');
    const { query, params = [] } = JSON.parse(body) as SqlRequest;
    const refused = judgeSql(query, endpoint) ?? judgeParams(params);
    if (refused !== undefined) return noted(invocation, query, invalid(refused));
    if (isSchemaChange(query) && !withinDdlRate(schemaChanges, clock.now())) {
      return noted(
        invocation,
        query,
        failure(429, 'RATE_LIMIT_EXCEEDED', 'more than 25 DDL statements in a minute'),
      );
    }
    return run(pool, query, params, invocation);
  };
}

function endpointOf(target: string): 'execute' | 'ddl' {
  if (target === '/api/v1/execute') return 'execute';
  if (target === '/api/v1/execute/ddl') return 'ddl';
  throw new NotModelledByForge(`the SQL endpoint ${target}`);
}

/** The driver would expand lists and objects into SQL text; Forge binds plain values only. */
function judgeParams(params: unknown[]): string | undefined {
  const composite = params.some((value) => typeof value === 'object' && value !== null);
  return composite ? 'a bound parameter must be a string, a number, a boolean or null' : undefined;
}

function withinDdlRate(changes: number[], now: number): boolean {
  const recent = changes.filter((at) => now - at < MINUTE_MS && at <= now);
  if (recent.length >= DDL_PER_MINUTE) return false;
  changes.splice(0, changes.length, ...recent, now);
  return true;
}

async function run(
  pool: Pool,
  query: string,
  params: unknown[],
  { record }: OpenInvocation,
): Promise<ServiceReply> {
  const started = performance.now();
  try {
    const [rows] = await pool.query({ sql: query, values: params, timeout: timeLimitMs(query) });
    const ms = performance.now() - started;
    record.sql.push({
      statement: query,
      ms,
      rows: Array.isArray(rows) ? rows.length : affected(rows),
    });
    const body = { rows, metadata: { dbExecutionTime: ms } };
    if (Buffer.byteLength(JSON.stringify(body)) > RESPONSE_LIMIT)
      return invalid('the response exceeds 4 MiB');
    return { status: 200, body };
  } catch (error) {
    const reply = databaseError(error as DatabaseError);
    const message = (error as Error).message;
    record.sql.push({ statement: query, ms: performance.now() - started, rows: 0, error: message });
    return reply;
  }
}

function affected(result: unknown): number {
  return (result as { affectedRows?: number }).affectedRows ?? 0;
}

type DatabaseError = { code?: string; errno?: number; sqlState?: string; message: string };

function databaseError({ code, errno, sqlState, message }: DatabaseError): ServiceReply {
  if (code === 'PROTOCOL_SEQUENCE_TIMEOUT')
    return failure(408, 'QUERY_TIMED_OUT', 'the query took too long');
  const debug = { code, errno, sqlState, sqlMessage: message };
  return failure(400, 'SQL_EXECUTION_ERROR', message, { debug });
}

function noted({ record }: OpenInvocation, statement: string, reply: ServiceReply): ServiceReply {
  const { message } = reply.body as { message: string };
  record.sql.push({ statement, ms: 0, rows: 0, error: message });
  return reply;
}

function invalid(message: string): ServiceReply {
  return failure(400, 'INVALID_SQL_QUERY', message);
}

function failure(status: number, code: string, message: string, context = {}): ServiceReply {
  return { status, body: { code, message, suggestion: '', context } };
}
