import type { ReportRowKey, ReportRows } from '../../src/contract/sla-report';
import { readRows } from '../../static/src/sla-report/read-rows';

const key = (issueId: string): ReportRowKey => ({ issueId, clock: 'resolution', cycle: 1 });
const page = (total: number, next: ReportRowKey | null): ReportRows => ({
  ...{ clientProjectKey: 'ACME', rows: [], total, next },
});

describe('readRows', () => {
  it('asks page after page from where the last one ended, and tells how many are read', async () => {
    const pages = [page(500, key('1')), page(500, key('2')), page(57, null)];
    const asked: (string | null)[] = [];
    const told: number[] = [];
    const answer = await readRows(
      async (after) => {
        asked.push(after?.issueId ?? null);
        return { ok: true, value: pages[asked.length - 1] ?? page(0, null) };
      },
      (read) => void told.push(read),
    );
    expect(asked).toEqual([null, '1', '2']);
    expect(told).toEqual([500, 1000, 1057]);
    expect(answer).toEqual({ ok: true, value: { rows: [], total: 1057 } });
  });

  it('ends with the first refusal', async () => {
    const problem = { code: 'busy', text: 'Later.' } as const;
    let asked = 0;
    const answer = await readRows(
      async () => {
        asked += 1;
        return asked === 1 ? { ok: true, value: page(500, key('1')) } : { ok: false, problem };
      },
      () => undefined,
    );
    expect([answer, asked]).toEqual([{ ok: false, problem }, 2]);
  });
});
