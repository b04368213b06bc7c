import { readOrderSetup } from '../../../src/usecases/order/read/read-order-site';
import { withOneSetup } from '../../../src/usecases/order/read/with-one-setup';
import { OrderWorld } from '../../builders/order-world';

describe('withOneSetup', () => {
  it('reads the settings of the order once, and again where that failed', async () => {
    const { env, order } = new OrderWorld();
    let reads = 0;
    const findSite = async () => {
      reads += 1;
      if (reads === 1) throw new Error('not now');
      return null;
    };
    const world = withOneSetup({ ...env, order: { ...order, findSite } });
    await expect(readOrderSetup(world)).rejects.toThrow('not now');
    const [one, two] = [await readOrderSetup(world), await readOrderSetup(world)];
    expect(one).toEqual(two);
    expect(reads).toBe(2);
  });
});
