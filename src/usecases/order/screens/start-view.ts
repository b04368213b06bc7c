import type {
  GateView,
  IssueNames,
  OrderFlagView,
  WaitView,
  WhyWaits,
} from '../../../contract/order-acts';
import type { StartView } from '../../../contract/views';
import type { Issue } from '../../../core/issue';
import type { OrderGraph } from '../../../core/order/graph/order-graph';
import type { OpenBlocker, OrderFlag, WhyOpen } from '../../../core/order/judge/judgement';
import type { Department } from '../../../core/project/client-project';
import {
  type GateOverview,
  namesOf,
  type StartOverview,
  type StartViewer,
} from '../../../core/project/start-overview';
import { isoOrNull } from '../../../core/time';
import type { UserEnv } from '../../env';
import { textsFor } from '../../problem';
import { blockerView, hiddenItems } from '../../views';

/** What is needed to put an answer of the judge into words for one viewer. */
export type Shown = {
  readonly graph: OrderGraph;
  readonly viewer: StartViewer;
  readonly departments: readonly Department[];
  /** What he has read himself. */
  readonly issueOf: (id: string) => Issue | undefined;
  /** Names of people by account id; absent where nobody asked. */
  readonly nameOf: (accountId: string) => string | null;
};

/** From what the core answers to what the screens show. */
export function startView(env: UserEnv, start: StartOverview, shown: Shown): StartView {
  const { gate: _, ...against } =
    start.start === null ? NOTHING_AGAINST : gateView(env, start.start, shown);
  return {
    ...against,
    state: start.state,
    cycle: start.cycle?.map((key) => key ?? textsFor(env).hiddenInPath) ?? null,
    flags: start.flags.flatMap((flag) => flagView(env, flag, shown) ?? []),
    finish: start.finish === null ? null : gateView(env, start.finish, shown),
  };
}

const NOTHING_AGAINST: GateView = {
  gate: 'start',
  waitsFor: [],
  hidden: [],
  unreadable: 0,
  progress: { done: 0, total: 0 },
  notBefore: null,
  opensAt: null,
  policyName: null,
};

function gateView(env: UserEnv, { issueId, ...gate }: GateOverview, shown: Shown): GateView {
  return {
    ...gate,
    waitsFor: gate.waitsFor.flatMap((blocker) => waitView(issueId, blocker, shown) ?? []),
    hidden: hiddenItems(env, gate.hidden),
    notBefore: isoOrNull(gate.notBefore),
    opensAt: isoOrNull(gate.opensAt),
  };
}

/** Ids as one viewer may know them. */
export function issueNames(env: UserEnv, ids: readonly string[], shown: Shown): IssueNames {
  const { graph, viewer, departments } = shown;
  const names = namesOf(ids, graph, viewer, departments);
  return {
    keys: names.ids.map((id) => graph.issues.get(id)?.key ?? id),
    hidden: hiddenItems(env, names.hidden),
    unreadable: names.unreadable,
  };
}

function waitView(issueId: string, blocker: OpenBlocker, shown: Shown): WaitView | null {
  const issue = shown.issueOf(blocker.id);
  if (issue === undefined) return null;
  const { heldById, insteadOfId } = blocker;
  return {
    ...blockerView(issue, shown.departments),
    id: issue.id,
    why: whyView(blocker.why),
    insteadOf: keyIfKnown(insteadOfId, shown),
    heldBy: heldById === issueId ? null : keyIfKnown(heldById, shown),
  };
}

function whyView(why: WhyOpen): WhyWaits {
  if (why.kind === 'notReleasing') return { kind: 'notReleasing', closedAs: why.closedAs.name };
  if (why.kind === 'lag') {
    return { kind: 'lag', until: isoOrNull(why.until) };
  }
  return why;
}

function flagView(env: UserEnv, flag: OrderFlag, shown: Shown): OrderFlagView | null {
  const named = (ids: readonly string[]) => issueNames(env, ids, shown);
  switch (flag.kind) {
    case 'familyLink':
      return { kind: flag.kind, issues: named([flag.otherId]) };
    case 'startedBeforeDone':
    case 'soft':
    case 'grandfathered':
    case 'freeAccount':
      return { kind: flag.kind, issues: named(flag.blockerIds) };
    case 'unknownBlocker':
      return { kind: flag.kind, issues: named([flag.blockerId]) };
    case 'byPass':
      return { kind: flag.kind, passId: flag.passId, issues: named(flag.blockerIds) };
    case 'releasedByCancellation':
      return {
        kind: flag.kind,
        issues: named([flag.blockerId]),
        closedAs: flag.closedAs.name,
        by: shown.nameOf(flag.confirmedBy),
      };
    case 'suspectLink':
      return {
        kind: flag.kind,
        blockerId: flag.blockerId,
        issues: named([flag.blockerId]),
        copiedFrom: keyIfKnown(flag.copiedFromId, shown),
      };
    default:
      // The circle has a line of its own; the others are said of moves, not of issues.
      return null;
  }
}

function keyIfKnown(id: string | null, { graph, viewer }: Shown): string | null {
  return id !== null && viewer.mayKnow(id) ? (graph.issues.get(id)?.key ?? null) : null;
}
