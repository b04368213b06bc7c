import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import * as v from 'valibot';
import type { Migration } from '../../src/store/migrations/migration';
import type { Sql } from '../../src/store/sql';
import { judgeSql } from '../host/forge/services/judge-sql';
import { openPool } from '../host/forge/services/sql-pool';
import { openDatabase } from '../host/tools/open-database';

export type TestSql = {
  readonly sql: Sql;
  /** Every statement since the last look. */
  readonly statements: string[];
  /** Has the database count its rows, as it does by itself some time after they change. */
  readonly analyze: (table: string) => Promise<void>;
  /** How the database would go about the statement of this call, step by step. */
  readonly explain: (call: () => Promise<unknown>) => Promise<readonly PlanStep[]>;
  readonly stop: () => Promise<void>;
};

/** A row of EXPLAIN: by which index (`key`) it finds how many rows, and in which way. */
export type PlanStep = {
  readonly table: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly rows: number;
};

/** A real database with these tables, behind the gate that Forge SQL has in the local host. */
export async function openTestSql(migrations: readonly Migration[]): Promise<TestSql> {
  const database = await openDatabase(() => undefined);
  const pool = openPool(database.address);
  const statements: string[] = [];
  let last: readonly unknown[] = [];
  for (const { statement } of migrations) await run(pool, statement, [], 'ddl');
  return {
    statements,
    sql: {
      rows: async (row, statement, values = []) => {
        statements.push(statement);
        last = values;
        const rows = await run<RowDataPacket[]>(pool, statement, values, 'execute');
        return v.parse(v.array(row), rows);
      },
      change: async (statement, values = []) => {
        statements.push(statement);
        last = values;
        return (await run<ResultSetHeader>(pool, statement, values, 'execute')).affectedRows;
      },
    },
    analyze: async (table) => {
      await pool.query(`ANALYZE TABLE ${table}`);
    },
    explain: async (call) => {
      await call();
      const statement = statements.at(-1) ?? '';
      const [rows] = await pool.query<RowDataPacket[]>(`EXPLAIN ${statement}`, [...last]);
      return rows
        .map(({ table, type, key, rows: count }) => ({ table, type, key, rows: Number(count) }))
        .filter((step) => step.table !== null);
    },
    stop: async () => {
      await pool.end();
      await database.stop();
    },
  };
}

async function run<T extends RowDataPacket[] | ResultSetHeader>(
  pool: Pool,
  statement: string,
  values: readonly unknown[],
  endpoint: 'execute' | 'ddl',
): Promise<T> {
  const refusal = judgeSql(statement, endpoint);
  if (refusal !== undefined) throw new Error(refusal);
  const [result] = await pool.query<T>(statement, [...values]);
  return result;
}
