/** Questions about the order of 10,000 issues with 30,000 links: how long each takes. */
import type { IssueLink, StatusCategory } from '../../../src/core/issue';
import { buildLinkGraph } from '../../../src/core/order/graph/build-link-graph';
import {
  openCircles,
  rootBlockers,
  transitiveBlockers,
  transitiveSuccessors,
} from '../../../src/core/order/graph/chains';
import { criticalPath } from '../../../src/core/order/graph/critical-path';
import type { ReadIssue } from '../../../src/core/order/graph/order-issue';
import { whatIfDone } from '../../../src/core/order/graph/what-if-done';
import { packWork } from '../../../src/core/order/graph/work-graph';
import { judgeMove } from '../../../src/core/order/judge/judge-move';
import { openOrder } from '../../../src/core/order/judge/open-order';
import { stepOf } from '../../../src/core/order/judge/step-of';
import { dueConflicts } from '../../../src/core/order/plan/due-conflicts';
import { DEFAULT_RULES } from '../../../src/core/order/policy/order-policy';
import { instant } from '../../../src/core/time';
import { cpuMs, median, printTables } from '../measure';

const ISSUES = 10_000;
const LINKS = 30_000;
const NOW = instant(Date.UTC(2026, 10, 23));
const ROUNDS = 15;
const DEPARTMENTS = ['BCK', 'MON', 'NET', 'SEC', 'STO', 'UNIX', 'VIRT', 'WIN'];
const BUDGET_MS = 50;

function main(): void {
  const read = company();
  const graph = buildLinkGraph(read, DEFAULT_RULES);
  const open = () => openOrder(graph, DEFAULT_RULES);
  const order = open();
  const work = packWork(order);
  const inProgress = { id: '3', name: 'In Progress', category: 'inProgress' as const };
  const anId = (round: number) => `${(round * 7919 + 5000) % ISSUES}`;
  const questions: readonly [string, (round: number) => unknown][] = [
    ['build the graph from issues', () => buildLinkGraph(read, DEFAULT_RULES)],
    ['open an order and pack its work', () => packWork(open())],
    ['all transitive blockers of one', (round) => transitiveBlockers(work, anId(round))],
    ['all that waits for one', (round) => transitiveSuccessors(work, anId(round))],
    ['root blockers of one', (round) => rootBlockers(work, anId(round))],
    ['all circles', () => openCircles(work)],
    ['longest chain', () => criticalPath(work, { remainingOf: () => 1 })],
    ['critical path by remaining time', () => criticalPath(work, { remainingOf: needs })],
    ['what becomes ready if one is done', (round) => whatIfDone(order, anId(round), NOW)],
    ['due-date conflicts of all', () => dueConflicts(order, work, DUE_FACTS)],
    ['the state of every open step', () => work.ids.map((id) => stepOf(order, id, NOW))],
    [
      'may one start, judged from nothing',
      (round) =>
        judgeMove(open(), {
          ...{ issueId: anId(round), to: inProgress, now: NOW },
          mover: { kind: 'unknown' },
        }),
    ],
  ];
  const rows = questions.map(([name, ask]) => [name, `${msOf(ask).toFixed(1)} ms`]);
  printTables([
    {
      title: 'Questions about the order',
      how: `${ISSUES} issues in ${DEPARTMENTS.length} departments, ${LINKS} links, some of them in circles; a third of the issues done. Ms of processor time per question, the median of ${ROUNDS}. The budget is ${BUDGET_MS} ms.`,
      columns: ['question', 'time'],
      rows,
    },
  ]);
}

const DUE_FACTS = {
  daysNeeded: () => 1,
  lagsOf: () => [],
  doneOn: () => null,
  calendarOf: () => null,
};

function needs(id: string): number {
  return (Number(id) % 9) * 3_600_000;
}

function msOf(ask: (round: number) => unknown): number {
  const times: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const start = cpuMs();
    ask(round + 3);
    if (round >= 0) times.push(cpuMs() - start);
  }
  return median(times);
}

/** The same company every time: links lead from smaller numbers to bigger ones, but for a few. */
function company(): ReadIssue[] {
  const next = randomNumbers(20261123);
  const issues = Array.from({ length: ISSUES }, (_, i) => issueOf(i, next()));
  const links = issues.map((): IssueLink[] => []);
  for (let n = 0; n < LINKS; n++) {
    const a = Math.floor(next() * ISSUES);
    const b = Math.min(ISSUES - 1, a + 1 + Math.floor(next() * 400));
    const [blocker, successor] = n % 500 === 0 ? [b, a] : [a, b];
    if (blocker === successor) continue;
    links[blocker]?.push(linkOf(n, 'outward', issues[successor] as ReadIssue));
    links[successor]?.push(linkOf(n, 'inward', issues[blocker] as ReadIssue));
  }
  return issues.map((issue, i) => ({ ...issue, links: links[i] ?? [] }));
}

function issueOf(i: number, chance: number): ReadIssue {
  const category: StatusCategory = chance < 0.33 ? 'done' : chance < 0.5 ? 'inProgress' : 'todo';
  return {
    id: `${i}`,
    key: `${DEPARTMENTS[i % DEPARTMENTS.length]}-${i}`,
    summary: `Issue ${i}`,
    status: { id: category, name: category, category },
    ...{ parentId: null, isSubtask: false, resolution: null, categorySince: null, links: [] },
    dueDate: `2026-12-${String(1 + (i % 28)).padStart(2, '0')}`,
  };
}

function linkOf(n: number, end: IssueLink['end'], other: ReadIssue): IssueLink {
  const { id, key, summary, status } = other;
  const stub = { id, key, summary, status };
  return { id: `${n}`, typeId: '10000', typeName: 'Blocks', end, other: stub };
}

/** A linear congruential generator (Numerical Recipes), 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

main();
