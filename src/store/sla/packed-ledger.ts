import * as v from 'valibot';
import type { LedgerEntry, LedgerLabel } from '../../core/sla/verdict/ledger';
import { type Instant, instant } from '../../core/time';
import type { FrozenLedger } from '../../usecases/ports/ledger-port';

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

/** What a label says beside its kind, by kind. */
const SAYS: Readonly<Record<string, string>> = {
  running: 'department',
  queue: 'department',
  blocked: 'by',
  paused: 'reason',
};

/** `["queue","NET"]`, `["sleeping"]`: half as long as its JSON. */
const shortLabel = v.pipe(
  v.array(v.string()),
  v.transform(([kind = '', what]) => {
    const says = SAYS[kind];
    return says === undefined ? { kind } : { kind, [says]: what };
  }),
  storedLabel,
);

/** From when on, until when it was kept, its labels, and in turn how many ms have which of them. */
const packed = v.pipe(
  v.string(),
  v.parseJson(),
  v.tuple([v.number(), v.nullable(v.number()), v.array(shortLabel), v.array(v.number())]),
);

/**
 * The text of a ledger in the database. Entries follow each other without gaps, so that each is a
 * length and the number of a label. Beyond 2,000 entries the rest is left out, and `cutAt` says from
 * when on.
 *
 * In the queue of NET from Mon 10:00 to 11:00, then asleep for 15 h:
 * `[1763967600000,null,[["queue","NET"],["sleeping"]],[3600000,0,54000000,1]]`.
 */
export function packLedger({ entries, cutAt }: Pick<FrozenLedger, 'entries' | 'cutAt'>): string {
  const labels: string[] = [];
  const spans = entries.slice(0, KEPT_INTERVALS).flatMap(({ from, to, label }) => {
    const name = JSON.stringify(shortened(label));
    if (!labels.includes(name)) labels.push(name);
    return [to - from, labels.indexOf(name)];
  });
  const until = entries[KEPT_INTERVALS]?.from ?? cutAt;
  return JSON.stringify([
    entries[0]?.from ?? 0,
    until,
    labels.map((name) => JSON.parse(name)),
    spans,
  ]);
}

function shortened(label: LedgerLabel): string[] {
  switch (label.kind) {
    case 'running':
    case 'queue':
      return [label.kind, label.department];
    case 'blocked':
      return [label.kind, label.by];
    case 'paused':
      return [label.kind, label.reason];
    default:
      return [label.kind];
  }
}

/** The ledger in such a text. */
export const packedLedger = v.pipe(
  packed,
  v.transform(([from, cutAt, labels, spans]) => {
    const entries: LedgerEntry[] = [];
    let at: Instant = instant(from);
    for (let index = 0; index + 1 < spans.length; index += 2) {
      const to = instant(at + (spans[index] ?? 0));
      const label = labels[spans[index + 1] ?? -1];
      if (label !== undefined) entries.push({ from: at, to, label });
      at = to;
    }
    return { entries, cutAt: cutAt === null ? null : instant(cutAt) };
  }),
);
