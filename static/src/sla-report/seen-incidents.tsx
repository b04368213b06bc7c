import type { IncidentsSeen } from '../../../src/contract/sla-report';
import { useTexts } from '../ui/viewer';

/** Of how many incidents the figures are made, where that is not all of them. */
export function SeenIncidents({ seen }: { seen: IncidentsSeen }) {
  const { seen: texts } = useTexts().report;
  const { visible, lookedAt, total, isWhole } = seen;
  const isCut = lookedAt < total;
  return (
    <div className="notice notice-info stack stack-tight">
      {isCut && <p>{texts.newest(lookedAt, total)}</p>}
      {visible < lookedAt && <p>{texts.visible(visible, lookedAt)}</p>}
      {!isWhole && !isCut && <p>{texts.openPart}</p>}
      {!isWhole && <p>{texts.notCompared}</p>}
    </div>
  );
}
