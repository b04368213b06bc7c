import { withTables } from '../../src/store/migrations/with-tables';

/** A database without tables; `makers` counts who was asked to make them. */
function emptyDatabase() {
  const database = { isMade: false, makers: 0, sent: 0 };
  const makeTables = async () => {
    database.makers += 1;
    await Promise.resolve();
    database.isMade = true;
    return ['001'];
  };
  const statement = async () => {
    database.sent += 1;
    const found = database.isMade;
    await Promise.resolve();
    if (!found) throw new Error('no such table');
    return 'rows';
  };
  return { database, makeTables, statement };
}

describe('withTables', () => {
  it('makes the tables once for statements that fail side by side, and runs them all again', async () => {
    const { database, makeTables, statement } = emptyDatabase();
    const all = [1, 2, 3].map(() => withTables('site-a', makeTables, statement));
    expect(await Promise.all(all)).toEqual(['rows', 'rows', 'rows']);
    expect(database).toMatchObject({ makers: 1, sent: 6 });
  });

  it('runs a statement again whose tables another process has made meanwhile', async () => {
    const { database, statement } = emptyDatabase();
    const nothingToDo = async () => {
      database.isMade = true;
      return [];
    };
    expect(await withTables('site-b', nothingToDo, statement)).toBe('rows');
  });

  it('checks no more once a check is over, however wrong a statement is', async () => {
    const { database, makeTables, statement } = emptyDatabase();
    await withTables('site-c', makeTables, statement);
    const wrong = () => Promise.reject(new Error('syntax'));
    await expect(withTables('site-c', makeTables, wrong)).rejects.toThrow('syntax');
    expect(database.makers).toBe(1);
  });

  it('checks again after a check that failed', async () => {
    const { database, makeTables, statement } = emptyDatabase();
    const tooOften = () => Promise.reject(new Error('25 DDL requests a minute'));
    await expect(withTables('site-d', tooOften, statement)).rejects.toThrow('25 DDL');
    expect(await withTables('site-d', makeTables, statement)).toBe('rows');
    expect(database.makers).toBe(1);
  });
});
