import type { Host } from '../../host/host';
import { bench, startFixture } from './start-fixture';

type Rows = { rows: Record<string, unknown>[] };

let host: Host;
beforeAll(async () => {
  host = await startFixture();
  await bench(host, 'migrate');
});
afterAll(() => host.stop());

const run = (query: string, ...params: unknown[]): Promise<Rows> =>
  bench<Rows>(host, 'sql', { query, params });
const change = (query: string): Promise<Rows> => bench<Rows>(host, 'ddl', { query });

describe('the local Forge SQL', () => {
  it('runs the migration runner, once per name', async () => {
    await expect(bench(host, 'migrate')).resolves.toEqual({ names: ['v1', 'v2'] });
  });

  it('upserts in one statement and answers the count of changed rows', async () => {
    const upsert =
      'INSERT INTO facts (id, at) VALUES (?, ?) ON DUPLICATE KEY UPDATE at = VALUES(at)';
    await expect(run(upsert, 'NET-1', 1)).resolves.toMatchObject({ rows: { affectedRows: 1 } });
    await expect(run(upsert, 'NET-1', 2)).resolves.toMatchObject({ rows: { affectedRows: 2 } });
  });

  it('answers BIGINT, DECIMAL and COUNT as strings, as Forge SQL does', async () => {
    await run(
      'INSERT INTO facts (id, at, share) VALUES (?, ?, ?)',
      'NET-2',
      1_764_000_000_000,
      97.5,
    );
    const { rows } = await run('SELECT at, share FROM facts WHERE id = ?', 'NET-2');
    expect(rows).toEqual([{ at: '1764000000000', share: '97.50' }]);
    const counted = await run('SELECT COUNT(*) AS n FROM facts WHERE id = ?', 'NET-2');
    expect(counted.rows).toEqual([{ n: '1' }]);
  });

  it('records each statement with its rows', async () => {
    await run('SELECT id FROM facts WHERE id = ?', 'NET-2');
    expect(host.invocations().at(-1)?.sql).toMatchObject([
      { statement: 'SELECT id FROM facts WHERE id = ?', rows: 1 },
    ]);
  });

  it.each([
    ['REPLACE INTO facts (id) VALUES (1)', 'REPLACE is not allowed'],
    ['SET @a = 1', 'SET is not allowed'],
    ['BEGIN', 'BEGIN is not allowed'],
    ['CREATE TABLE t (id INT)', 'CREATE is not allowed'],
    ['SELECT 1; SELECT 2', 'only one statement'],
    ['DELETE FROM facts RETURNING id', 'RETURNING is not supported'],
    ['SELECT SLEEP(1)', 'not supported'],
  ])('refuses %s', async (query, reason) => {
    await expect(run(query)).rejects.toThrow(reason);
  });

  it('takes words inside strings and comments for what they are', async () => {
    const { rows } = await run("SELECT 'a; b RETURNING' AS t -- ; don't");
    expect(rows).toEqual([{ t: 'a; b RETURNING' }]);
  });

  it('refuses foreign keys', async () => {
    const query = 'CREATE TABLE c (id INT, p INT, FOREIGN KEY (p) REFERENCES facts (id))';
    await expect(change(query)).rejects.toThrow('FOREIGN KEY is not supported');
  });

  it('refuses a list as a parameter instead of spelling it out', async () => {
    await expect(run('SELECT * FROM facts WHERE id IN (?)', ['a', 'b'])).rejects.toThrow(
      'a bound parameter must be',
    );
  });

  it('passes on what the database says about a bad statement', async () => {
    await expect(run('SELECT nothing FROM nowhere')).rejects.toThrow("doesn't exist");
    await expect(run('SELECT id, COUNT(*) AS n FROM facts')).rejects.toThrow('GROUP');
  });

  it('refuses the 26th schema change within a minute', async () => {
    host.clock.moveBy(60_000);
    for (let n = 0; n < 25; n += 1) await change(`CREATE TABLE IF NOT EXISTS t${n} (id INT)`);
    await expect(change('CREATE TABLE t25 (id INT)')).rejects.toThrow('25 DDL statements');
    host.clock.moveBy(60_000);
    await change('CREATE TABLE t25 (id INT)');
  });
});
