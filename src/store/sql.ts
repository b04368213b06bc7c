import { sql as forgeSql, type UpdateQueryResponse } from '@forge/sql';
import * as v from 'valibot';
import { migrate } from './migrations/migrations';
import { withTables } from './migrations/with-tables';

export type SqlValue = string | number | null;

/**
 * Forge SQL for one site. One statement per call and no transactions (Forge docs, "SQL: limits"),
 * so every change must be whole in one statement.
 */
export type Sql = {
  /** SELECT; each row parsed by the schema. */
  readonly rows: <Row extends v.GenericSchema>(
    row: Row,
    statement: string,
    values?: readonly SqlValue[],
  ) => Promise<readonly v.InferOutput<Row>[]>;
  /** INSERT, UPDATE or DELETE; answers how many rows it touched. */
  readonly change: (statement: string, values?: readonly SqlValue[]) => Promise<number>;
};

/** A whole number from BIGINT, DECIMAL or COUNT: Forge returns the first two as strings. */
export const wholeNumber = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(Number),
  v.safeInteger(),
);

/** Opens the database of a site, whose tables are made on the first use. */
export function openSql(site: string): Sql {
  const attempt = <T>(run: () => Promise<T>): Promise<T> => withTables(site, migrate, run);
  return {
    rows: async (row, statement, values = []) => {
      const result = await attempt(() => execute<Record<string, unknown>>(statement, values));
      return v.parse(v.array(row), result.rows);
    },
    change: async (statement, values = []) => {
      const result = await attempt(() => execute<UpdateQueryResponse>(statement, values));
      return result.rows.affectedRows;
    },
  };
}

function execute<T>(statement: string, values: readonly SqlValue[]) {
  const prepared = forgeSql.prepare<T>(statement);
  return (values.length === 0 ? prepared : prepared.bindParams(...values)).execute();
}
