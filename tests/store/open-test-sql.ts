import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import * as v from 'valibot';
import type { Migration } from '../../src/store/migration';
import type { Sql } from '../../src/store/sql';
import { judgeSql } from '../host/forge/services/judge-sql';
import { openPool } from '../host/forge/services/sql-pool';
import { openDatabase } from '../host/tools/open-database';

export type TestSql = {
  readonly sql: Sql;
  /** Every statement since the last look. */
  readonly statements: string[];
  readonly stop: () => Promise<void>;
};

/** A real database with these tables, behind the gate that Forge SQL has in the local host. */
export async function openTestSql(migrations: readonly Migration[]): Promise<TestSql> {
  const database = await openDatabase(() => undefined);
  const pool = openPool(database.address);
  const statements: string[] = [];
  for (const { statement } of migrations) await run(pool, statement, [], 'ddl');
  return {
    statements,
    sql: {
      rows: async (row, statement, values = []) => {
        statements.push(statement);
        const rows = await run<RowDataPacket[]>(pool, statement, values, 'execute');
        return v.parse(v.array(row), rows);
      },
      change: async (statement, values = []) => {
        statements.push(statement);
        return (await run<ResultSetHeader>(pool, statement, values, 'execute')).affectedRows;
      },
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
