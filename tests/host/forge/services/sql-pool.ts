import { createPool, type Pool, type PoolOptions } from 'mysql2/promise';
import type { DatabaseAddress } from '../../tools/start-mariadb';

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
  if ('socketPath' in address) return createPool({ ...address, ...format });
  const uri = new URL(address.uri);
  uri.pathname = `/${address.database}`;
  return createPool({ uri: uri.href, ...format });
}
