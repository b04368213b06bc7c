import { findOnPath } from './find-on-path';
import { installWithApt } from './install-with-apt';

/** A server that runs already (TAM_MYSQL_URL), or a program to start one with. */
export type MysqlSource = { kind: 'url'; url: string } | { kind: 'program'; path: string };

const NAMES = ['mariadbd', 'mysqld'];

const WHAT_TO_INSTALL =
  'No MySQL-dialect server found: install mariadb-server-core on Debian ' +
  '(sudo apt-get install mariadb-server-core), mariadb on macOS (brew install mariadb), or on ' +
  'Windows MariaDB Server (winget install MariaDB.Server) and set ' +
  'TAM_MYSQL_URL=mysql://user:password@localhost:3306.';

/** Finds the SQL server for the local Forge SQL, installing Debian's where that is possible. */
export function ensureMariadb(say: (line: string) => void): MysqlSource {
  const url = process.env.TAM_MYSQL_URL;
  if (url !== undefined && url !== '') return { kind: 'url', url };
  const path = findOnPath(NAMES) ?? installed(say);
  if (path === undefined) throw new Error(WHAT_TO_INSTALL);
  return { kind: 'program', path };
}

function installed(say: (line: string) => void): string | undefined {
  return installWithApt('mariadb-server-core', say) ? findOnPath(NAMES) : undefined;
}
