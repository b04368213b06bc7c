import type { Answer } from '../../../src/contract/answer';
import type { ReportRow, ReportRowKey, ReportRows } from '../../../src/contract/sla-report';

export type AllRows = {
  readonly rows: readonly ReportRow[];
  /** How many there are with those that the viewer may not see. */
  readonly total: number;
};

/**
 * Asks for page after page till the last one; the first refusal ends it. `tell` hears how many are
 * read.
 */
export async function readRows(
  ask: (after: ReportRowKey | null) => Promise<Answer<ReportRows>>,
  tell: (read: number) => void,
): Promise<Answer<AllRows>> {
  const rows: ReportRow[] = [];
  let total = 0;
  let after: ReportRowKey | null = null;
  do {
    const answer: Answer<ReportRows> = await ask(after);
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    total += answer.value.total;
    after = answer.value.next;
    tell(total);
  } while (after !== null);
  return { ok: true, value: { rows, total } };
}
