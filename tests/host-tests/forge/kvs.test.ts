import type { Host } from '../../host/host';
import { bench, startFixture } from './start-fixture';

let host: Host;
beforeAll(async () => {
  host = await startFixture();
});
afterAll(() => host.stop());

const set = (key: string, value: unknown) => bench(host, 'kvsSet', { key, value });
const get = (key: string) => bench<{ value?: unknown }>(host, 'kvsGet', { key });

describe('the local key-value store', () => {
  it('keeps JSON values and answers nothing for an unknown key', async () => {
    await set('policy:1', { goals: [15, 60] });
    await expect(get('policy:1')).resolves.toEqual({ value: { goals: [15, 60] } });
    await expect(get('policy:2')).resolves.toEqual({});
  });

  it('counts reads and writes for the bill', async () => {
    await set('counted', 1);
    expect(host.invocations().at(-1)?.kvs).toEqual({ reads: 0, writes: 1 });
    await get('counted');
    expect(host.invocations().at(-1)?.kvs).toEqual({ reads: 1, writes: 0 });
  });

  it('sets a key once with FAIL_IF_EXISTS', async () => {
    const once = () => bench(host, 'kvsSet', { key: 'lock', value: 1, once: true });
    await once();
    await expect(once()).rejects.toMatchObject({ message: expect.stringContaining('lock') });
  });

  it('pages by a cursor', async () => {
    for (const name of ['a', 'b', 'c']) await set(`page:${name}`, name);
    const first = await bench<{ results: unknown[]; nextCursor: string }>(host, 'kvsQuery', {
      prefix: 'page:',
    });
    expect(first.results).toMatchObject([{ key: 'page:a' }, { key: 'page:b' }]);
    const last = await bench<object>(host, 'kvsQuery', {
      prefix: 'page:',
      cursor: first.nextCursor,
    });
    expect(last).toEqual({ results: [expect.objectContaining({ key: 'page:c', value: 'c' })] });
  });

  it('writes all of a transaction or nothing', async () => {
    await bench(host, 'kvsTransact', { keys: ['t:1', 't:2'], value: 'both' });
    await expect(get('t:2')).resolves.toEqual({ value: 'both' });
    const bad = { keys: ['t:3', 'not a key!'], value: 'x' };
    await expect(bench(host, 'kvsTransact', bad)).rejects.toThrow('not a valid key');
    await expect(get('t:3')).resolves.toEqual({});
  });

  it.each([
    ['a key over 500 characters', 'k'.repeat(501), 1, 'not a valid key'],
    ['a key with a slash', 'a/b', 1, 'not a valid key'],
    ['a value over 240 KiB', 'big', 'x'.repeat(240 * 1024), '240 KiB'],
  ])('refuses %s', async (_, key, value, reason) => {
    await expect(set(key, value)).rejects.toThrow(reason);
  });

  it('refuses a value of 32 levels and a transaction of 26 keys', async () => {
    const deep = Array.from({ length: 32 }).reduce<unknown>((inner) => ({ inner }), 1);
    await expect(set('deep', deep)).rejects.toThrow('31 levels');
    const keys = Array.from({ length: 26 }, (_, n) => `many:${n}`);
    await expect(bench(host, 'kvsTransact', { keys, value: 1 })).rejects.toThrow('1 to 25');
  });
});
