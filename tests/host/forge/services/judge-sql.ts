import { hasSecondStatement, sqlWords } from './sql-words';

export type SqlEndpoint = 'execute' | 'ddl';

const DATA_VERBS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'WITH'];
const DDL_VERBS = ['CREATE', 'ALTER', 'DROP', 'TRUNCATE', 'RENAME'];
const SHOWS = ['TABLES', 'COLUMNS', 'INDEXES', 'INDEX'];

/** Constructs that Forge SQL's engine (TiDB) or its policy refuses, MariaDB being more lenient. */
const REFUSED: readonly [pattern: RegExp, name: string][] = [
  [/ FOREIGN KEY /, 'FOREIGN KEY'],
  [/ REFERENCES /, 'REFERENCES'],
  [/ RETURNING /, 'RETURNING'],
  [/ FULLTEXT /, 'FULLTEXT'],
  [
    /^ CREATE (OR REPLACE )?(TRIGGER|PROCEDURE|FUNCTION|EVENT|SEQUENCE|USER|DATABASE) /,
    'CREATE of this kind',
  ],
  [/^ CREATE TABLE .* AS SELECT /, 'CREATE TABLE ... AS SELECT'],
  [/ (SLEEP|BENCHMARK|GET_LOCK) \( /, 'SLEEP, BENCHMARK and GET_LOCK'],
  [/^ DROP DATABASE /, 'DROP DATABASE'],
  [/ INTO (OUTFILE|DUMPFILE) /, 'INTO OUTFILE'],
];

/**
 * Why Forge SQL would refuse a statement before running it; undefined when it would run. /execute
 * takes SELECT, INSERT, UPDATE and DELETE, the DDL endpoint also schema statements and SHOW; one
 * statement at a time, no transactions, no SET. ("Forge SQL" limitations and REST reference.)
 */
export function judgeSql(statement: string, endpoint: SqlEndpoint): string | undefined {
  if (hasSecondStatement(statement)) return 'only one statement can be run at a time';
  const words = sqlWords(statement);
  const verb = words[0] ?? '';
  const allowed = endpoint === 'ddl' ? [...DATA_VERBS, ...DDL_VERBS] : DATA_VERBS;
  const isShow = endpoint === 'ddl' && verb === 'SHOW' && SHOWS.includes(words[1] ?? '');
  if (!isShow && !allowed.includes(verb))
    return `${verb} is not allowed on the ${endpoint} endpoint`;
  const line = ` ${words.join(' ')} `;
  const refused = REFUSED.find(([pattern]) => pattern.test(line));
  return refused === undefined ? undefined : `${refused[1]} is not supported`;
}

export function isSchemaChange(statement: string): boolean {
  return DDL_VERBS.includes(sqlWords(statement)[0] ?? '');
}

/** Longest run time that Forge grants a statement, in ms. */
export function timeLimitMs(statement: string): number {
  if (isSchemaChange(statement)) return 20_000;
  const verb = sqlWords(statement)[0];
  return verb === 'SELECT' || verb === 'WITH' || verb === 'SHOW' ? 5_000 : 10_000;
}
