import type { DryRunList } from '../../../../src/contract/order-settings';
import { resolver } from '../resolver';
import { type RunList, useRunList } from '../runs/use-run-list';

const noRuns: DryRunList = { runs: [], open: null };
const ask = (open: string | undefined) => resolver.dryRuns(open === undefined ? {} : { open });

/** The last dry runs, looked at again while one goes on and somebody sees the page. */
export function useDryRuns(): RunList<DryRunList> {
  return useRunList(noRuns, ask);
}
