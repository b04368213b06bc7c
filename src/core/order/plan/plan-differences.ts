import { groupBy } from '../../group-by';
import { lagName, type PlanBase, type PlanEdge, type PlanIssue } from './plan-base';

/** One thing that is otherwise than it was when the dates were read. */
export type PlanDifference =
  | {
      readonly kind: 'due';
      readonly key: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'finished' | 'reopened'; readonly key: string }
  /** Work of the client project, or visible to the reader: now, or no more. */
  | { readonly kind: 'added' | 'removed'; readonly key: string }
  | {
      readonly kind: 'linked' | 'unlinked' | 'lag';
      readonly blockerKey: string;
      readonly successorKey: string;
    };

export type PlanDifferences = {
  /** Issues by key, then links by the key of the successor. */
  readonly changes: readonly PlanDifference[];
  /** Keys of what changed and is not for the reader to know; each once. */
  readonly hiddenKeys: readonly string[];
};

/**
 * What has changed between two readings of the same plan, as far as due dates depend on it. The
 * reader is told of issues that he could see both times, and that one came or went where he could
 * see it once; of all others there are only keys to count.
 *
 * NET-12 due on the 25th, then on the 27th: `{ kind: 'due', key: 'NET-12', from: …25, to: …27 }`.
 */
export function planDifferences(before: PlanBase, now: PlanBase): PlanDifferences {
  const [old, new_] = [byId(before), byId(now)];
  const changes: PlanDifference[] = [];
  const hidden = new Set<string>();
  for (const id of new Set([...old.keys(), ...new_.keys()])) {
    const [was, is] = [old.get(id), new_.get(id)];
    const change = comingAndGoing(was, is);
    if (change !== null) changes.push(change);
    else if (was?.isSeen === true && is?.isSeen === true) changes.push(...changesOf(was, is));
    else if (!isSeenOnce(was, is) && isOtherwise(was, is)) hidden.add((is ?? was)?.key ?? id);
  }
  const links = linkChanges([before, old], [now, new_]);
  for (const hiddenKey of links.hiddenKeys) hidden.add(hiddenKey);
  return { changes: [...changes, ...links.changes], hiddenKeys: [...hidden] };
}

type Issues = ReadonlyMap<string, PlanIssue>;

function byId({ issues }: PlanBase): Issues {
  return new Map(issues.map((issue) => [issue.id, issue]));
}

/** An issue that only stands beside the plan comes and goes with its links. */
function comingAndGoing(
  was: PlanIssue | undefined,
  is: PlanIssue | undefined,
): PlanDifference | null {
  const [belonged, belongs] = [was, is].map((one) => one?.isSeen === true && one.isLinked);
  if (is !== undefined && belongs && !belonged) return { kind: 'added', key: is.key };
  if (was !== undefined && belonged && !belongs) return { kind: 'removed', key: was.key };
  if (was?.isSeen === true && is?.isSeen === false) return { kind: 'removed', key: was.key };
  return null;
}

function isSeenOnce(was: PlanIssue | undefined, is: PlanIssue | undefined): boolean {
  return was?.isSeen === true || is?.isSeen === true;
}

function isOtherwise(was: PlanIssue | undefined, is: PlanIssue | undefined): boolean {
  if (was === undefined || is === undefined) return true;
  return was.isLinked !== is.isLinked || changesOf(was, is).length > 0;
}

function changesOf(was: PlanIssue, is: PlanIssue): readonly PlanDifference[] {
  const { key } = is;
  const changes: PlanDifference[] = [];
  if (was.due !== is.due) changes.push({ kind: 'due', key, from: was.due, to: is.due });
  if (was.isOpen !== is.isOpen) changes.push({ kind: is.isOpen ? 'reopened' : 'finished', key });
  // Opened and done again counts from another day.
  else if (was.doneAt !== is.doneAt) changes.push({ kind: 'finished', key });
  return changes;
}

type Read = readonly [PlanBase, Issues];

type LinkChanges = {
  readonly changes: readonly PlanDifference[];
  readonly hiddenKeys: readonly string[];
};

function linkChanges([before, old]: Read, [now, new_]: Read): LinkChanges {
  const [was, is] = [pairsOf(before), pairsOf(now)];
  const changes: PlanDifference[] = [];
  const hiddenKeys: string[] = [];
  for (const [pair, { blockerId, successorId }] of new Map([...was, ...is])) {
    const [lags, newLags] = [was.get(pair)?.lags, is.get(pair)?.lags];
    const successor = new_.get(successorId);
    const blocker = new_.get(blockerId) ?? old.get(blockerId);
    // What was finished or opened, came or went, is told of by itself.
    const isOpen = old.get(successorId)?.isOpen === true && successor?.isOpen === true;
    if (lags === newLags || !isOpen || blocker === undefined) continue;
    const unseen = [blocker, successor].filter(({ isSeen }) => !isSeen);
    hiddenKeys.push(...unseen.map(({ key }) => key));
    if (unseen.length > 0) continue;
    const kind = lags === undefined ? 'linked' : newLags === undefined ? 'unlinked' : 'lag';
    changes.push({ kind, blockerKey: blocker.key, successorKey: successor.key });
  }
  return { changes, hiddenKeys };
}

type Pair = Pick<PlanEdge, 'blockerId' | 'successorId'> & { readonly lags: string };

function pairsOf({ edges }: PlanBase): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  const groups = groupBy(edges, ({ blockerId, successorId }) => `${blockerId} ${successorId}`);
  for (const [name, group] of groups) {
    const lags = group.map(({ lag }) => lagName(lag)).sort();
    const [first] = group;
    if (first !== undefined) pairs.set(name, { ...first, lags: lags.join(', ') });
  }
  return pairs;
}
