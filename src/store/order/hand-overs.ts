import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { inBatches } from '../../core/in-batches';
import type { HandOver } from '../../core/order/hand-over/hand-over';
import { instant } from '../../core/time';
import { type HandOverPort, NO_HINT } from '../../usecases/ports/hand-over-port';
import { placeholders } from '../placeholders';
import { type Sql, type SqlValue, wholeNumber } from '../sql';

/** Each id stands twice in a statement. */
const IDS_A_STATEMENT = 500;

const hintKey = (issueId: string) => `order-hand-over:${issueId}`;

const facts = v.array(v.object({ key: v.string(), label: v.string(), text: v.string() }));
const state = v.picklist(['given', 'accepted', 'returned', 'withdrawn']);
const history = v.array(
  v.object({
    kind: state,
    by: v.string(),
    at: v.pipe(v.number(), v.transform(instant)),
    reason: v.nullable(v.string()),
    facts,
  }),
);

const handOverRow = v.pipe(
  v.object({
    blocker_id: v.string(),
    blocker_key: v.string(),
    successor_id: v.string(),
    successor_key: v.string(),
    state,
    facts: v.pipe(v.string(), v.parseJson(), facts),
    history: v.pipe(v.string(), v.parseJson(), history),
    version: wholeNumber,
  }),
  v.transform(
    (row): HandOver => ({
      ...{ blockerId: row.blocker_id, blockerKey: row.blocker_key },
      ...{ successorId: row.successor_id, successorKey: row.successor_key },
      ...{ state: row.state, facts: row.facts, history: row.history, version: row.version },
    }),
  ),
);

const COLUMNS = `blocker_id, successor_id, blocker_key, successor_key, state, facts, history,
  version`;

const pair = { fromProjectKey: v.string(), toProjectKey: v.string() };
const hintShape = v.object({
  returned: v.array(v.object({ blockerId: v.string(), ...pair })),
  given: v.record(v.string(), v.array(v.string())),
  toAnswer: v.array(v.object(pair)),
});

/** Hand-overs in Forge SQL, their hints in Forge KVS; a hint that cannot be read is none. */
export function handOverStore(sql: Sql): HandOverPort {
  return {
    listHandOversOf: async (issueIds) => {
      const found = new Map<string, HandOver>();
      for (const batch of inBatches(issueIds, IDS_A_STATEMENT)) {
        const marks = placeholders(batch.length);
        const statement = `SELECT ${COLUMNS} FROM order_hand_over
          WHERE blocker_id IN (${marks}) OR successor_id IN (${marks})
          ORDER BY blocker_id, successor_id`;
        for (const row of await sql.rows(handOverRow, statement, [...batch, ...batch])) {
          found.set(`${row.blockerId} ${row.successorId}`, row);
        }
      }
      return [...found.values()];
    },
    saveHandOver: async (handOver, shownVersion) => {
      const { blockerId, successorId, version } = handOver;
      const written =
        shownVersion === 0
          ? await sql.change(
              `INSERT IGNORE INTO order_hand_over (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
              [blockerId, successorId, ...valuesOf(handOver), version],
            )
          : await sql.change(
              `UPDATE order_hand_over SET blocker_key = ?, successor_key = ?, state = ?, facts = ?,
                 history = ?, version = ?
               WHERE blocker_id = ? AND successor_id = ? AND version = ?`,
              [...valuesOf(handOver), version, blockerId, successorId, shownVersion],
            );
      return written === 1;
    },
    findHandOverHint: async (issueId) => {
      const hint = v.safeParse(hintShape, await kvs.get<unknown>(hintKey(issueId)));
      return hint.success ? hint.output : NO_HINT;
    },
    saveHandOverHint: async (issueId, hint) => {
      if (Object.values(hint).every((part) => Object.keys(part).length === 0))
        await kvs.delete(hintKey(issueId));
      else await kvs.set(hintKey(issueId), hint);
    },
  };
}

function valuesOf(handOver: HandOver): readonly SqlValue[] {
  const { blockerKey, successorKey } = handOver;
  const parts = [JSON.stringify(handOver.facts), JSON.stringify(handOver.history)];
  return [blockerKey, successorKey, handOver.state, ...parts];
}
