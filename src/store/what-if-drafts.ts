import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { instant } from '../core/time';
import type { DraftKey, WhatIfDraft, WhatIfPort } from '../usecases/ports/what-if-port';

const kvsKey = ({ clientProjectId, accountId }: DraftKey) =>
  `what-if:${clientProjectId}:${accountId}`;

/** Dates of work that was planned a quarter ago are no draft any more. */
const KEPT = { value: 90, unit: 'DAYS' } as const;

const moment = v.pipe(v.number(), v.integer(), v.transform(instant));

const lag = v.variant('kind', [
  v.object({ kind: v.literal('workingTime'), ms: v.number() }),
  v.object({ kind: v.literal('workingDays'), days: v.number() }),
]);

const base = v.object({
  at: moment,
  issues: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      due: v.nullable(v.string()),
      isOpen: v.boolean(),
      doneAt: v.nullable(moment),
      isLinked: v.boolean(),
      isSeen: v.boolean(),
    }),
  ),
  edges: v.array(
    v.object({
      blockerId: v.string(),
      successorId: v.string(),
      lag: v.nullable(lag),
      isOnCircle: v.boolean(),
    }),
  ),
});

const Draft = v.object({ base, moves: v.array(v.tuple([v.string(), v.string()])) });

/** Drafts of due dates that are tried out, in Forge KVS. */
export function whatIfStore(): WhatIfPort {
  return {
    findDraft: async (key) => {
      const read = v.safeParse(Draft, await kvs.get<unknown>(kvsKey(key)));
      if (!read.success || read.output.moves.length === 0) return null;
      return { base: read.output.base, moves: new Map(read.output.moves) };
    },
    saveDraft: (key, draft) => kvs.set(kvsKey(key), stored(draft), { ttl: KEPT }),
    deleteDraft: (key) => kvs.delete(kvsKey(key)),
  };
}

function stored({ base: read, moves }: WhatIfDraft): v.InferInput<typeof Draft> {
  return { base: { ...read, issues: [...read.issues], edges: [...read.edges] }, moves: [...moves] };
}
