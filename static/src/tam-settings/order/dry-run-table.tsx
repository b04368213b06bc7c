import type { DryRunList, DryRunRow } from '../../../../src/contract/order-settings';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { RunKind } from '../runs/run-kind';
import { RunTable } from '../runs/run-table';
import type { RunList } from '../runs/use-run-list';

const calls: RunKind<DryRunRow, DryRunList>['calls'] = {
  resume: (dryRunId) => resolver.resumeDryRun({ dryRunId }),
  cancel: (dryRunId) => resolver.cancelDryRun({ dryRunId }),
  remove: (dryRunId) => resolver.deleteDryRun({ dryRunId }),
};

/** The last dry runs, with how many starts each would have refused. */
export function DryRunTable(props: Pick<RunList<DryRunList>, 'list' | 'accept' | 'show'>) {
  const { orderSettings: texts } = useTexts();
  const kind: RunKind<DryRunRow, DryRunList> = {
    title: texts.runs,
    columns: { what: texts.runColumns.what, count: texts.runColumns.refused },
    about: ({ days }) => texts.runAbout(days),
    bar: texts.bar,
    countOf: ({ refusedCount }) => refusedCount,
    calls,
  };
  return <RunTable {...props} kind={kind} />;
}
