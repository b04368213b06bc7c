import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeInStatus } from '../../src/core/sla/verdict/time-in-status';
import { parseIssueHistory } from '../../src/jira/wire/issue-history';
import { knownStatuses } from '../builders/known-statuses';
import { readExport } from '../host/import/read-export';

const folder = join(__dirname, '../../../shared/data/jira');
const there = existsSync(folder);

type Own = {
  readonly key: string;
  readonly jira: {
    readonly timeInStatus: { readonly [status: string]: { readonly ms: number } } | null;
    readonly firstResponse: string | null;
  };
  readonly simpleRuleAgrees: boolean | null;
};

/** Real issues, and what Jira itself computed for them at the time. */
describe('time in status and first response', () => {
  (there ? it : it.skip)(
    "are Jira's own to the millisecond (needs ../shared/data/jira)",
    async () => {
      const own = ownNumbers();
      const computed = await computedNumbers();
      const wrong = own.filter(({ key, jira }) => {
        const mine = computed.get(key);
        // Jira has no time in status for an issue without resolution date: there is no comparing.
        const times = jira.timeInStatus === null ? mine?.timeInStatus : msOf(jira.timeInStatus);
        return !isEqual(mine, { timeInStatus: times, firstResponseAt: jira.firstResponse });
      });
      expect(own.length).toBeGreaterThan(200);
      expect(wrong.map(({ key }) => key)).toEqual([]);
    },
    60_000,
  );

  /**
   * A rule that stops at the resolution date, and not at the change that follows it, misses these:
   * FLEX-29007 was resolved 20 days, INFRA-4629 three seconds before its change of status. Jira
   * counts on to that change, and so do we.
   */
  (there ? it : it.skip)('hold for the flagged exceptions (needs ../shared/data/jira)', () => {
    const flagged = ownNumbers().filter((issue) => issue.simpleRuleAgrees === false);
    expect(flagged.map((issue) => issue.key)).toEqual(['FLEX-29007', 'INFRA-4629']);
  });
});

function ownNumbers(): readonly Own[] {
  const text = readFileSync(join(folder, 'asf-own-numbers.json'), 'utf8');
  return (JSON.parse(text) as { issues: readonly Own[] }).issues;
}

async function computedNumbers() {
  const { issues, meta } = await readExport(join(folder, 'asf-issues.json.gz'));
  const statuses = knownStatuses(meta.statuses as readonly unknown[]);
  return new Map(
    issues.flatMap((issue) => {
      const { history } = parseIssueHistory(issue, statuses);
      if (history === null) return [];
      const { timeInStatus: times, firstResponseAt } = timeInStatus(history);
      const at = firstResponseAt === null ? null : new Date(firstResponseAt).toISOString();
      return [[history.key, { timeInStatus: times, firstResponseAt: at }] as const];
    }),
  );
}

function msOf(times: NonNullable<Own['jira']['timeInStatus']>): Record<string, number> {
  return Object.fromEntries(Object.entries(times).map(([status, { ms }]) => [status, ms]));
}

function isEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}
