import { useEffect } from 'react';
import type { SlaReportApi, SlaReportView } from '../../../src/contract/sla-report';
import { onProductEvent } from '../bridge/events';
import { resolverOf } from '../bridge/invoke';
import { Answered } from '../ui/answered';
import { Empty } from '../ui/empty';
import { Surface } from '../ui/surface';
import { useAnswer } from '../ui/use-answer';
import { useTexts } from '../ui/viewer';
import { Report } from './report';

const resolver = resolverOf<SlaReportApi>();

/** The dashboard gadget: SLA compliance of one client project in one period. */
export function Gadget() {
  const { report } = useTexts();
  const asked = useAnswer(() => resolver.load({}));
  const { reload } = asked;
  useEffect(() => onProductEvent('JIRA_DASHBOARD_GADGET_REFRESH', reload), [reload]);
  return (
    <Surface title={report.surface} room="frame">
      <Answered asked={asked}>{(view) => <GadgetContent view={view} />}</Answered>
    </Surface>
  );
}

function GadgetContent({ view }: { view: SlaReportView }) {
  const { report } = useTexts();
  switch (view.kind) {
    case 'notConfigured':
      return <Empty title={report.notConfigured} text={report.notConfiguredText} />;
    case 'projectGone':
      return <Empty title={report.projectGone} text={report.projectGoneText} />;
    case 'report':
      return <Report report={view} />;
  }
}
