import { useEffect } from 'react';
import type { BadgeView, TamBadgeApi } from '../../../src/contract/tam-badge';
import { onProductEvent } from '../bridge/events';
import { resolverOf } from '../bridge/invoke';
import { Answered } from '../ui/answered';
import { SlaClocks } from '../ui/sla-clocks';
import { StartAnswer } from '../ui/start-answer';
import { Surface } from '../ui/surface';
import { useAnswer } from '../ui/use-answer';
import { useClockRefresh } from '../ui/use-clock-refresh';
import { useTexts } from '../ui/viewer';

const resolver = resolverOf<TamBadgeApi>();

/** The badge of an issue, opened: the answer and the clocks, nothing else. */
export function Badge() {
  const { issue } = useTexts();
  const asked = useAnswer(() => resolver.load({}));
  const { reload, state } = asked;
  useEffect(() => onProductEvent('JIRA_ISSUE_CHANGED', reload), [reload]);
  useClockRefresh(state, reload);
  return (
    <Surface title={issue.badge} room="frame">
      <Answered asked={asked}>
        {(view, loadedAt) => <BadgeContent view={view} loadedAt={loadedAt} />}
      </Answered>
    </Surface>
  );
}

function BadgeContent({ view, loadedAt }: { view: BadgeView; loadedAt: number }) {
  const { panel } = useTexts();
  const { project, start, sla } = view;
  if (!project && !start && !sla) return <p className="subtle">{panel.notLinked}</p>;
  return (
    <>
      {project && (
        <p className="subtle">
          {project.key} · <bdi>{project.name}</bdi>
        </p>
      )}
      {start && <StartAnswer start={start} />}
      {sla && <SlaClocks sla={sla} answeredNow={view.now} loadedAt={loadedAt} />}
    </>
  );
}
