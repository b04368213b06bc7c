import type { Host } from '../../host/host';
import { bench, startFixture } from './start-fixture';

type Job = { jobId: string };

let host: Host;
beforeAll(async () => {
  host = await startFixture();
});
afterAll(() => host.stop());

const push = (...events: object[]) => bench<Job>(host, 'push', events);
const stats = (job: Job) => bench(host, 'stats', job);
const attemptsOf = async (name: string) =>
  (await bench<{ value?: unknown }>(host, 'kvsGet', { key: `work:${name}` })).value;

describe('the local queues', () => {
  it('brings each event to the consumer and counts them', async () => {
    const job = await push({ body: { name: 'a' } }, { body: { name: 'b' } });
    await host.settle();
    await expect(stats(job)).resolves.toEqual({ success: 2, inProgress: 0, failed: 0 });
    await expect(attemptsOf('b')).resolves.toEqual(['first']);
  });

  it('holds a delayed event back until the clock passes its time', async () => {
    await push({ body: { name: 'late' }, delayInSeconds: 600 });
    await host.settle();
    await expect(attemptsOf('late')).resolves.toBeUndefined();
    host.clock.moveBy(600_000);
    await host.settle();
    await expect(attemptsOf('late')).resolves.toEqual(['first']);
  });

  it('runs a consumer again after the time that it asked for, with its reason', async () => {
    const job = await push({ body: { name: 'again', do: 'retry' } });
    await host.settle();
    await expect(stats(job)).resolves.toMatchObject({ inProgress: 1 });
    host.clock.moveBy(60_000);
    await host.settle();
    await expect(attemptsOf('again')).resolves.toEqual(['first', 'FUNCTION_UPSTREAM_RATE_LIMITED']);
    await expect(stats(job)).resolves.toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('runs a consumer that threw again after about 40 s', async () => {
    await push({ body: { name: 'thrown', do: 'throw' } });
    await host.settle();
    expect(host.forge.jobs()).toMatchObject([{ queue: 'work', attempt: 1 }]);
    host.clock.moveBy(40_000);
    await host.settle();
    await expect(attemptsOf('thrown')).resolves.toEqual([
      'first',
      'FUNCTION_PLATFORM_UNKNOWN_ERROR',
    ]);
  });

  it('kills a consumer at its time limit and tries again', async () => {
    await push({ body: { name: 'hangs', do: 'hang' } });
    await host.settle();
    const { error } = host.invocations().findLast(({ trigger }) => trigger === 'queue') ?? {};
    expect(error).toBe('FUNCTION_TIME_OUT: the function ran longer than 1 seconds');
    expect(host.forge.jobs()).toMatchObject([{ attempt: 1 }]);
    host.clock.moveBy(40_000);
    await host.settle();
    const attempts = await attemptsOf('hangs');
    expect(attempts).toEqual(['first', 'FUNCTION_TIME_OUT']);
  }, 20_000);

  it('drops the waiting events of a cancelled job', async () => {
    const job = await push({ body: { name: 'cancelled' }, delayInSeconds: 60 });
    await bench(host, 'cancel', job);
    host.clock.moveBy(60_000);
    await host.settle();
    await expect(attemptsOf('cancelled')).resolves.toBeUndefined();
  });

  it('knows no job that was never pushed', async () => {
    await expect(stats({ jobId: 'none' })).rejects.toThrow('was not found');
  });

  it('refuses the 501st event within a minute', async () => {
    host.clock.moveBy(60_000);
    const fifty = Array.from({ length: 50 }, (_, n) => ({
      body: { name: `rate${n}` },
      delayInSeconds: 900,
    }));
    for (let n = 0; n < 10; n += 1) await push(...fifty);
    await expect(push({ body: { name: 'one more' } })).rejects.toMatchObject({ name: 'Error' });
  });
});
