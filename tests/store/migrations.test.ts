import { MIGRATIONS } from '../../src/store/migrations/migrations';

describe('the migrations', () => {
  it('fit into the 25 requests for tables that Forge allows a minute, of which the runner takes two', () => {
    expect(MIGRATIONS.length).toBeLessThanOrEqual(23);
  });

  it('have names of their own', () => {
    expect(new Set(MIGRATIONS.map(({ name }) => name)).size).toBe(MIGRATIONS.length);
  });
});
