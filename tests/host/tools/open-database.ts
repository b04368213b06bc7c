import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { ensureMariadb } from './ensure-mariadb';
import { type RunningDatabase, startMariadb } from './start-mariadb';

/** A fresh, empty database for one host: an own server, or one in the server of TAM_MYSQL_URL. */
export function openDatabase(say: (line: string) => void): Promise<RunningDatabase> {
  const source = ensureMariadb(say);
  return source.kind === 'program' ? startMariadb(source.path) : createIn(source.url);
}

async function createIn(uri: string): Promise<RunningDatabase> {
  const database = `tam_${randomUUID().replaceAll('-', '')}`;
  await run(uri, `CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return {
    address: { uri, database },
    stop: () => run(uri, `DROP DATABASE IF EXISTS ${database}`),
  };
}

async function run(uri: string, statement: string): Promise<void> {
  const connection = await createConnection(uri);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
