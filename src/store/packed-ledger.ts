import * as v from 'valibot';
import type { LedgerEntry } from '../core/sla/ledger';
import { type Instant, instant } from '../core/time';
import type { FrozenLedger } from '../usecases/ports/ledger-port';

/** Nights and weekends included, some four years of working days; a row of 20 kB. */
export const KEPT_INTERVALS = 2000;

/** A label as JSON. */
export const storedLabel = v.variant('kind', [
  v.object({ kind: v.literal('running'), department: v.string() }),
  v.object({ kind: v.literal('queue'), department: v.string() }),
  v.object({ kind: v.literal('blocked'), by: v.string() }),
  v.object({ kind: v.literal('paused'), reason: v.picklist(['client', 'vendor', 'internal']) }),
  v.object({ kind: v.literal('sleeping') }),
  v.object({ kind: v.literal('stopped') }),
]);

const packed = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    from: v.number(),
    labels: v.array(storedLabel),
    /** How many ms, and which of the labels, in turn. */
    spans: v.array(v.number()),
    cutAt: v.nullable(v.number()),
  }),
);

/**
 * The text of a ledger in the database. Entries follow each other without gaps, so that each is a
 * length and the number of a label. Beyond 2,000 entries the rest is left out, and `cutAt` says so.
 *
 * In the queue of NET Mon 10:00-11:00, then asleep for 15 h:
 * `{"from":1763967600000,"labels":[{"kind":"queue","department":"NET"},{"kind":"sleeping"}],
 * "spans":[3600000,0,54000000,1],"cutAt":null}`.
 */
export function packLedger({ entries, cutAt }: Pick<FrozenLedger, 'entries' | 'cutAt'>): string {
  const labels: string[] = [];
  const spans = entries.slice(0, KEPT_INTERVALS).flatMap(({ from, to, label: each }) => {
    const name = JSON.stringify(each);
    if (!labels.includes(name)) labels.push(name);
    return [to - from, labels.indexOf(name)];
  });
  return JSON.stringify({
    from: entries[0]?.from ?? 0,
    labels: labels.map((name) => JSON.parse(name)),
    spans,
    cutAt: entries[KEPT_INTERVALS]?.from ?? cutAt,
  });
}

/** The ledger in such a text. */
export const packedLedger = v.pipe(
  packed,
  v.transform(({ from, labels, spans, cutAt }) => {
    const entries: LedgerEntry[] = [];
    let at: Instant = instant(from);
    for (let index = 0; index + 1 < spans.length; index += 2) {
      const to = instant(at + (spans[index] ?? 0));
      const found = labels[spans[index + 1] ?? -1];
      if (found !== undefined) entries.push({ from: at, to, label: found });
      at = to;
    }
    return { entries, cutAt: cutAt === null ? null : instant(cutAt) };
  }),
);
