import type { BackfillView } from '../../../src/contract/tam-settings';
import type { Host } from '../host';
import { asker } from './ask';

const LOOK_EVERY_MS = 2_000;

/**
 * Starts the backfill of a client project as the administrator does, and waits for its end; `onLook`
 * hears from time to time how far it is. Throws when it ends in anything but done.
 */
export async function backfill(
  host: Host,
  adminId: string,
  clientProjectId: string,
  onLook: (backfill: BackfillView) => void = () => undefined,
): Promise<BackfillView> {
  const settings = asker(host, 'tam-settings', { as: adminId });
  const [started] = await settings<BackfillView[]>('startBackfill', { clientProjectId });
  const look = async (): Promise<BackfillView> => {
    const all = await settings<BackfillView[]>('backfills', {});
    const own = all.find(({ id }) => id === started?.id);
    if (own === undefined) throw new Error('the backfill is gone');
    return own;
  };
  const looking = setInterval(() => void look().then(onLook, () => undefined), LOOK_EVERY_MS);
  await host.settle().finally(() => clearInterval(looking));
  const end = await look();
  if (end.state !== 'done') throw new Error(`the backfill is ${end.state}: ${end.error}`);
  onLook(end);
  return end;
}
