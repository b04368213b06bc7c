import { Random } from '../builders/chaos/random';
import { OrderOnHost, TO } from '../builders/order-on-host';

jest.setTimeout(180_000);

const SEEDS = 20;
const STEPS = 8;

type Piece = { readonly key: string; status: 'To Do' | 'In Progress' | 'Done' };

/** Some pieces of work of which each may wait for earlier ones, so that there is no circle. */
class Story {
  readonly random: Random;
  readonly pieces: Piece[] = [];
  readonly links = new Set<string>();
  readonly wrong: string[] = [];

  constructor(
    readonly order: OrderOnHost,
    seed: number,
  ) {
    this.random = new Random(seed);
    for (const project of ['NET', 'VIRT', 'NET', 'VIRT']) {
      this.pieces.push({ key: order.create(project), status: 'To Do' });
    }
  }

  waitsFor({ key }: Piece): readonly string[] {
    return this.pieces
      .filter((one) => one.status !== 'Done' && this.links.has(`${one.key} ${key}`))
      .map((one) => one.key);
  }

  async step(): Promise<void> {
    const { random, order } = this;
    const at = random.below(this.pieces.length);
    const [piece, earlier] = [this.pieces[at], this.pieces[random.below(at)]];
    if (piece === undefined) return;
    if (random.chance(0.4) && earlier !== undefined && earlier !== piece) {
      await order.link(earlier.key, piece.key);
      this.links.add(`${earlier.key} ${piece.key}`);
    } else if (random.chance(0.4) && piece.status === 'To Do') {
      const isFree = this.waitsFor(piece).length === 0;
      const answer = await order.move(piece.key, TO.start);
      if ((answer === 'done') !== isFree) this.wrong.push(`${piece.key} to start: ${answer}`);
      if (answer === 'done') piece.status = 'In Progress';
    } else {
      piece.status = random.of(['To Do', 'In Progress', 'Done'] as const) ?? 'Done';
      if (piece.status !== (await order.statusOf(piece.key))) order.push(piece.key, piece.status);
    }
  }

  /** Whatever no link orders is nowhere. */
  placeOf(piece: Piece): string {
    const isLinked = [...this.links].some((link) => link.split(' ').includes(piece.key));
    const open = this.waitsFor(piece);
    if (!isLinked) return 'nowhere';
    if (piece.status === 'Done') return 'done';
    if (open.length === 0) return piece.status === 'To Do' ? 'ready' : 'running';
    return [piece.status === 'To Do' ? 'waiting' : 'suspect', ...[...open].sort()].join(' ');
  }
}

describe('the order on the local host, its events in chaos', () => {
  let order: OrderOnHost;
  beforeAll(async () => {
    order = await OrderOnHost.open();
  }, 180_000);
  afterAll(async () => {
    expect(order.host.jira.unknownCalls).toEqual([]);
    await order.host.stop();
  });

  it(`is after one sweep what Jira says, in ${SEEDS} stories told at once`, async () => {
    Object.assign(order.host.forge.switches, {
      ...{ duplicateEvents: 0.3, reorderEvents: 0.5, loseEvents: 0.3 },
    });
    const stories = Array.from({ length: SEEDS }, (_, seed) => new Story(order, seed + 1));
    for (let step = 0; step < STEPS; step += 1) {
      for (const story of stories) await story.step();
    }
    Object.assign(order.host.forge.switches, {
      ...{ duplicateEvents: 0, reorderEvents: 0, loseEvents: 0 },
    });
    await order.host.settle();
    await order.host.forge.runSchedule('nightly-sweep');
    await order.host.settle();
    const found: string[] = stories.flatMap(({ wrong }) => wrong);
    for (const story of stories) {
      for (const piece of story.pieces) {
        const [is, says] = [story.placeOf(piece), await order.place(piece.key)];
        const [state, ...waits] = says.split(' ');
        const sorted = [state, ...waits.sort()].join(' ');
        if (sorted !== is) found.push(`${piece.key} shows ${says}, but is ${is}`);
      }
    }
    expect(found).toEqual([]);
  });
});
