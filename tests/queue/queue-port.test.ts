import { queuePort } from '../../src/queue/queue-port';

type Push = {
  queueName: string;
  payload: {
    body: Record<string, unknown>;
    delayInSeconds: number;
    concurrency: { key: string; limit: number };
  }[];
};

/** The seam that every call of the Forge packages goes through. */
const seams = globalThis as unknown as {
  __forge_fetch__: (meta: unknown, path: string, init: { body: string }) => Promise<Response>;
  __forge_runtime__: unknown;
};

const pushes: Push[] = [];

beforeEach(() => {
  pushes.length = 0;
  seams.__forge_runtime__ = {};
  seams.__forge_fetch__ = async (_meta, path, init) => {
    expect(path).toContain('/webhook/queue/publish/');
    pushes.push(JSON.parse(init.body) as Push);
    return new Response(null, { status: 201 });
  };
});

describe('queuePort', () => {
  it('queues one job an issue, none of which runs beside another of the same issue', async () => {
    await queuePort().pushRefresh(['1', '2', '1'], 0);
    expect(pushes).toHaveLength(1);
    expect(pushes[0]?.queueName).toBe('refresh-issue');
    expect(pushes[0]?.payload).toEqual([
      { body: { issueIds: ['1'] }, delayInSeconds: 0, concurrency: { key: 'issue-1', limit: 1 } },
      { body: { issueIds: ['2'] }, delayInSeconds: 0, concurrency: { key: 'issue-2', limit: 1 } },
    ]);
  });

  it('puts 20 of many issues into one job, for 500 a minute are taken', async () => {
    await queuePort().pushRefresh(
      Array.from({ length: 1030 }, (_, index) => String(index)),
      60,
    );
    expect(pushes.map(({ payload }) => payload.length)).toEqual([50, 2]);
    expect(pushes[1]?.payload[1]).toMatchObject({
      delayInSeconds: 60,
      body: { issueIds: expect.any(Array) },
    });
  });

  it('waits for as long as the queue allows when asked for longer', async () => {
    await queuePort().pushBackfill('b1', 3000.5);
    expect(pushes[0]).toMatchObject({
      queueName: 'backfill',
      payload: [
        {
          body: { backfillId: 'b1' },
          delayInSeconds: 900,
          concurrency: { key: 'backfill-b1', limit: 1 },
        },
      ],
    });
  });

  it('pushes nothing for no issue', async () => {
    await queuePort().pushRefresh([], 0);
    expect(pushes).toEqual([]);
  });
});
