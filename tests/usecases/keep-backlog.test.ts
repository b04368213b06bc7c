import { instant } from '../../src/core/time';
import { withBacklog } from '../../src/usecases/keep-backlog';
import type { BacklogPort, WaitingLook } from '../../src/usecases/ports/backlog-port';
import { QueueFullError } from '../../src/usecases/ports/queue-full-error';
import type { JobQueue } from '../../src/usecases/ports/queue-port';

const NOW = instant(Date.parse('2026-11-24T12:00:00Z'));
const CHANGE = { issueId: '7', project: null, fields: ['status'] };

/** A queue with room or without, and what was kept: "order 7 in 60 s". */
function world() {
  const pushed: string[] = [];
  const kept = new Map<string, WaitingLook>();
  const at = new Map<string, number>();
  const queue = { isFull: false, error: null as Error | null };
  const take = (name: string) => async (given: readonly unknown[]) => {
    if (queue.error !== null) throw queue.error;
    if (queue.isFull) throw new QueueFullError('Too many requests.');
    if (given.length > 0) pushed.push(`${name} ${JSON.stringify(given)}`);
  };
  const jobs = {
    pushChanges: take('changes'),
    pushRefresh: take('refresh'),
    pushOrder: take('order'),
  } as unknown as JobQueue;
  const keyOf = (look: WaitingLook) =>
    `${look.kind} ${look.kind === 'change' ? look.change.issueId : look.issueId}`;
  const backlog: BacklogPort = {
    keepLooks: async (looks, dueAt) => {
      for (const look of looks) {
        kept.set(keyOf(look), look);
        at.set(keyOf(look), dueAt - NOW);
      }
    },
    listLooks: async () => [...kept.values()],
    removeLooks: async (looks) => {
      for (const look of looks) kept.delete(keyOf(look));
    },
    countLooks: async () => kept.size,
  };
  return { pushed, kept, at, queue, port: withBacklog(jobs, backlog, () => NOW) };
}

describe('withBacklog', () => {
  it('hands on to a queue that has room', async () => {
    const { port, pushed, kept } = world();
    await port.pushChange(CHANGE);
    await port.pushOrder(['7'], 60);
    expect(pushed).toEqual([`changes [${JSON.stringify(CHANGE)}]`, 'order ["7"]']);
    expect(kept.size).toBe(0);
  });

  it('keeps one look an issue and kind while the queue is full, for when it was meant', async () => {
    const { port, queue, at } = world();
    queue.isFull = true;
    await port.pushChange(CHANGE);
    await port.pushChange(CHANGE);
    await port.pushOrder(['7', '8', '7'], 60);
    await port.pushRefresh(['7'], 0);
    expect([...at]).toEqual([
      ...[
        ['change 7', 0],
        ['order 7', 60_000],
        ['order 8', 60_000],
        ['refresh 7', 0],
      ],
    ]);
    expect(await port.countWaiting()).toBe(4);
  });

  it('queues what was kept once there is room, and loses nothing until then', async () => {
    const { port, pushed, queue, kept } = world();
    queue.isFull = true;
    await port.pushOrder(['7', '8'], 0);
    await port.pushWaiting();
    expect(kept.size).toBe(2);
    queue.isFull = false;
    await port.pushWaiting();
    expect([pushed, kept.size]).toEqual([['order ["7","8"]'], 0]);
  });

  it('hands on any other error', async () => {
    const { port, queue, kept } = world();
    queue.error = new Error('no such queue');
    await expect(port.pushOrder(['7'], 0)).rejects.toThrow('no such queue');
    expect(kept.size).toBe(0);
  });
});
