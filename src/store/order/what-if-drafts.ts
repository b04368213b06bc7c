import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { instant } from '../../core/time';
import type { DraftKey, WhatIfDraft, WhatIfPort } from '../../usecases/ports/what-if-port';

const kvsKey = ({ clientProjectId, accountId }: DraftKey) =>
  `what-if:${clientProjectId}:${accountId}`;

/** Dates of work that was planned a quarter ago are no draft any more. */
const KEPT = { value: 90, unit: 'DAYS' } as const;

const moment = v.pipe(v.number(), v.integer(), v.transform(instant));

const lag = v.variant('kind', [
  v.object({ kind: v.literal('workingTime'), ms: v.number() }),
  v.object({ kind: v.literal('workingDays'), days: v.number() }),
]);

/**
 * Rows instead of objects: Forge keeps at most 240 KiB under one key, and names would be most of
 * it. An issue is id, key, due date, is it open, when it was done, is it linked, is it seen; a link
 * is blocker, successor, lag, does it close a circle.
 */
const Draft = v.object({
  at: moment,
  issues: v.array(
    v.tuple([
      v.string(),
      v.string(),
      v.nullable(v.string()),
      v.boolean(),
      v.nullable(moment),
      v.boolean(),
      v.boolean(),
    ]),
  ),
  edges: v.array(v.tuple([v.string(), v.string(), v.nullable(lag), v.boolean()])),
  moves: v.array(v.tuple([v.string(), v.string()])),
});

/** Drafts of due dates that are tried out, in Forge KVS. */
export function whatIfStore(): WhatIfPort {
  return {
    findDraft: async (key) => {
      const read = v.safeParse(Draft, await kvs.get<unknown>(kvsKey(key)));
      return read.success && read.output.moves.length > 0 ? unpacked(read.output) : null;
    },
    saveDraft: (key, draft) => kvs.set(kvsKey(key), packed(draft), { ttl: KEPT }),
    deleteDraft: (key) => kvs.delete(kvsKey(key)),
  };
}

function packed({ base, moves }: WhatIfDraft): v.InferInput<typeof Draft> {
  return {
    at: base.at,
    issues: base.issues.map(({ id, key, due, isOpen, doneAt, isLinked, isSeen }) => [
      ...([id, key, due] as const),
      ...([isOpen, doneAt, isLinked, isSeen] as const),
    ]),
    edges: base.edges.map(({ blockerId, successorId, lag: own, isOnCircle }) => [
      ...([blockerId, successorId, own, isOnCircle] as const),
    ]),
    moves: [...moves],
  };
}

function unpacked({ at, issues, edges, moves }: v.InferOutput<typeof Draft>): WhatIfDraft {
  const base = {
    at,
    issues: issues.map(([id, key, due, isOpen, doneAt, isLinked, isSeen]) => ({
      ...{ id, key, due, isOpen, doneAt, isLinked, isSeen },
    })),
    edges: edges.map(([blockerId, successorId, own, isOnCircle]) => ({
      ...{ blockerId, successorId, lag: own, isOnCircle },
    })),
  };
  return { base, moves: new Map(moves) };
}
