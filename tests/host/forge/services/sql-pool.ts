import { createPool, type Pool, type PoolOptions } from 'mysql2/promise';
import type { DatabaseAddress } from '../../tools/start-mariadb';

/** As Forge SQL's engine: bad values are refused, GROUP BY is strict, times are UTC. */
const SQL_MODE = [
  'ONLY_FULL_GROUP_BY',
  'STRICT_TRANS_TABLES',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
].join();

/**
 * Connections that read rows as Forge SQL sends them: BIGINT, DECIMAL, dates and times as
 * strings, one statement per query.
 */
export function openPool(address: DatabaseAddress): Pool {
  const format: PoolOptions = {
    connectionLimit: 4,
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    multipleStatements: false,
    timezone: 'Z',
  };
  const pool = createPool({ ...locationOf(address), ...format });
  pool.pool.on('connection', (connection) => {
    connection.query(`SET SESSION sql_mode = '${SQL_MODE}', time_zone = '+00:00'`);
  });
  return pool;
}

function locationOf(address: DatabaseAddress): PoolOptions {
  if ('socketPath' in address) return address;
  const uri = new URL(address.uri);
  uri.pathname = `/${address.database}`;
  return { uri: uri.href };
}
