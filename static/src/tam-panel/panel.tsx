import { useEffect } from 'react';
import type { PanelView } from '../../../src/contract/tam-panel';
import { onProductEvent } from '../bridge/events';
import { Answered } from '../ui/answered';
import { SlaClocks } from '../ui/sla-clocks';
import { Surface } from '../ui/surface';
import { useAnswer } from '../ui/use-answer';
import { useClockRefresh } from '../ui/use-clock-refresh';
import { useTexts } from '../ui/viewer';
import { ClockTools } from './clocks/clock-tools';
import { DepartmentTimes } from './clocks/department-times';
import { HandOvers } from './hand-over/hand-overs';
import { ExternalBlockers } from './order/external-blockers';
import { OrderAnswer } from './order/order-answer';
import { Neighbourhood } from './project/neighbourhood';
import { NotLinked } from './project/not-linked';
import { ProjectHead } from './project/project-head';
import { resolver } from './resolver';

/** The panel on an issue: which client project, may I start, who waits for whom, the SLA clocks. */
export function Panel() {
  const texts = useTexts();
  const asked = useAnswer(() => resolver.load({}));
  const { reload, state } = asked;
  useEffect(() => onProductEvent('JIRA_ISSUE_CHANGED', reload), [reload]);
  useClockRefresh(state, reload);
  return (
    <Surface title={texts.panel.title} room="frame">
      <Answered asked={asked}>
        {(view, loadedAt) => <PanelContent view={view} loadedAt={loadedAt} accept={asked.accept} />}
      </Answered>
    </Surface>
  );
}

type ContentProps = { view: PanelView; loadedAt: number; accept: (view: PanelView) => void };

function PanelContent({ view, loadedAt, accept }: ContentProps) {
  const { project, start, order, sla } = view;
  return (
    <>
      {project && <ProjectHead project={project} />}
      {start && order && (
        <OrderAnswer start={start} order={order} now={Date.parse(view.now)} accept={accept} />
      )}
      <ExternalBlockers
        blockers={view.external}
        mayDecide={order?.mayDecide === true}
        accept={accept}
      />
      {view.handOvers && <HandOvers handOvers={view.handOvers} now={view.now} accept={accept} />}
      {sla && <SlaClocks sla={sla} answeredNow={view.now} loadedAt={loadedAt} />}
      {sla && <DepartmentTimes sla={sla} answeredNow={view.now} loadedAt={loadedAt} />}
      {sla && <ClockTools sla={sla} now={view.now} accept={accept} />}
      {project ? (
        <Neighbourhood view={view} project={project} accept={accept} />
      ) : (
        <NotLinked view={view} accept={accept} />
      )}
    </>
  );
}
