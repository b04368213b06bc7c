import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { GoneBlocker, GonePort } from '../../usecases/ports/gone-port';

/** Whoever waited is told within minutes; a queue that is stuck for longer loses the name. */
const KEPT = { value: 1, unit: 'DAYS' } as const;

const goneBlocker = v.object({
  blockerId: v.string(),
  blockerKey: v.string(),
  projectId: v.string(),
  isRestricted: v.boolean(),
  how: v.picklist(['deleted', 'unlinked', 'silently']),
  by: v.nullable(v.string()),
});

/** Blockers that have gone, in Forge KVS; one that cannot be read is not known. */
export function goneStore(): GonePort {
  return {
    saveGone: (successorId, gone) =>
      kvs.set(goneKvsKey(successorId, gone.blockerId), gone, { ttl: KEPT }),
    findGone: async (successorId, blockerIds) => {
      const found = await Promise.all(
        blockerIds.map(async (id) => {
          const gone = await find(null, id);
          return gone?.how === 'deleted' ? gone : ((await find(successorId, id)) ?? gone);
        }),
      );
      return found.filter((gone) => gone !== null);
    },
  };
}

async function find(successorId: string | null, blockerId: string): Promise<GoneBlocker | null> {
  const value = await kvs.get<unknown>(goneKvsKey(successorId, blockerId));
  const gone = v.safeParse(goneBlocker, value);
  return gone.success ? gone.output : null;
}

function goneKvsKey(successorId: string | null, blockerId: string): string {
  return successorId === null
    ? `order-gone:${blockerId}`
    : `order-gone:${successorId}:${blockerId}`;
}
