import type { DryRunList, DryRunRow } from '../../../../src/contract/order-settings';
import { resolver } from '../resolver';
import { type RunList, useRunList } from '../use-run-list';

const noRuns: DryRunList = { runs: [], open: null };
const ask = (open: string | undefined) => resolver.dryRuns(open === undefined ? {} : { open });

export function isRunning({ state }: Pick<DryRunRow, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** The last dry runs, looked at again while one goes on and somebody sees the page. */
export function useDryRuns(): RunList<DryRunList> {
  return useRunList(noRuns, ask);
}
