import { useEffect } from 'react';
import type { BadgeView, TamBadgeApi } from '../../../src/contract/tam-badge';
import { onProductEvent } from '../bridge/events';
import { resolverOf } from '../bridge/invoke';
import { Answered } from '../ui/answered';
import { SlaClocks } from '../ui/sla-clocks';
import { StartAnswer } from '../ui/start-answer';
import { useAnswer } from '../ui/use-answer';
import { useTexts } from '../ui/viewer';

const resolver = resolverOf<TamBadgeApi>();

/** The badge of an issue, opened: the answer and the clocks, nothing else. */
export function Badge() {
  const asked = useAnswer(() => resolver.load({}));
  const { reload } = asked;
  useEffect(() => onProductEvent('JIRA_ISSUE_CHANGED', reload), [reload]);
  return (
    <main className="surface">
      <Answered asked={asked}>
        {(view, loadedAt) => <BadgeContent view={view} loadedAt={loadedAt} />}
      </Answered>
    </main>
  );
}

function BadgeContent({ view, loadedAt }: { view: BadgeView; loadedAt: number }) {
  const { panel } = useTexts();
  const { project, start, sla } = view;
  if (!project && !sla) return <p className="subtle">{panel.notLinked}</p>;
  return (
    <>
      {project && (
        <p className="subtle">
          {project.key} · {project.name}
        </p>
      )}
      {start && <StartAnswer start={start} />}
      {sla && <SlaClocks sla={sla} answeredNow={view.now} loadedAt={loadedAt} />}
    </>
  );
}
