import { useEffect } from 'react';
import type { PanelView } from '../../../src/contract/tam-panel';
import { onProductEvent } from '../bridge/events';
import { Answered } from '../ui/answered';
import { SlaClocks } from '../ui/sla-clocks';
import { StartAnswer } from '../ui/start-answer';
import { useAnswer } from '../ui/use-answer';
import { useRefreshWhileVisible } from '../ui/use-refresh';
import { Neighbourhood } from './neighbourhood';
import { NotLinked } from './not-linked';
import { ProjectHead } from './project-head';
import { resolver } from './resolver';

/** Working calendars open and close without telling: a running clock is asked for again this often. */
const clockRefreshMs = 5 * 60_000;

/** The panel on an issue: which client project, may I start, who waits for whom, the SLA clocks. */
export function Panel() {
  const asked = useAnswer(() => resolver.load({}));
  const { reload, state } = asked;
  useEffect(() => onProductEvent('JIRA_ISSUE_CHANGED', reload), [reload]);
  const hasClock =
    state.kind === 'ready' && state.value.sla?.clocks.some((clock) => clock.state === 'running');
  useRefreshWhileVisible(reload, hasClock ? clockRefreshMs : null);
  return (
    <main className="surface">
      <Answered asked={asked}>
        {(view, loadedAt) => <PanelContent view={view} loadedAt={loadedAt} accept={asked.accept} />}
      </Answered>
    </main>
  );
}

type ContentProps = { view: PanelView; loadedAt: number; accept: (view: PanelView) => void };

function PanelContent({ view, loadedAt, accept }: ContentProps) {
  const { project, sla } = view;
  return (
    <>
      {project ? <ProjectHead project={project} /> : <NotLinked view={view} accept={accept} />}
      {project?.start && <StartAnswer start={project.start} />}
      {sla && <SlaClocks sla={sla} answeredNow={view.now} loadedAt={loadedAt} />}
      {project && <Neighbourhood view={view} project={project} accept={accept} />}
    </>
  );
}
