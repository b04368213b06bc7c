import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { SlaReport, SlaReportApi } from '../../../src/contract/sla-report';
import { resolverOf } from '../bridge/invoke';
import { CheckboxField } from '../ui/inputs';
import { ProblemNotice } from '../ui/problem-notice';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import { type AllRows, readRows } from './read-rows';
import { reportCsv } from './report-csv';
import { fileName, saveFile } from './save-file';

const resolver = resolverOf<SlaReportApi>();

/** The rows behind the figures as a file, as far as the viewer may see their issues. */
export function Download({ report }: { report: SlaReport }) {
  const { download } = useTexts().report;
  const reading = useAction();
  const [isForExcel, setForExcel] = useState(true);
  const [read, setRead] = useState(0);
  const [saved, setSaved] = useState<AllRows | null>(null);
  const start = () => {
    setRead(0);
    setSaved(null);
    reading.run(
      () => readRows((after) => resolver.rows({ after }), setRead),
      (all) => {
        saveFile(fileName(report), reportCsv(all.rows, isForExcel ? 'utf8WithMark' : 'utf8'));
        setSaved(all);
      },
    );
  };
  return (
    <div className="stack stack-tight">
      <div className="row download">
        <Button onClick={start} isLoading={reading.isBusy}>
          {download.button}
        </Button>
        <CheckboxField
          label={download.forExcel}
          hint={download.forExcelHint}
          checked={isForExcel}
          onChange={setForExcel}
        />
      </div>
      <ProblemNotice problem={reading.problem} />
      <p className="small subtle" role="status">
        {reading.isBusy && read > 0 && download.reading(read)}
        {saved && <Saved saved={saved} />}
      </p>
    </div>
  );
}

function Saved({ saved: { rows, total } }: { saved: AllRows }) {
  const { download } = useTexts().report;
  if (rows.length === total) return download.done(total);
  return download.youSee(rows.length, total);
}
