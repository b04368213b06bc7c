import type { HandOversView } from '../../../../src/contract/hand-over';
import type { PanelView } from '../../../../src/contract/tam-panel';
import { useTexts } from '../../ui/viewer';
import { HandOverGiven } from './hand-over-given';
import { HandOverTaken } from './hand-over-taken';
import './hand-overs.css';

export type HandOversProps = {
  handOvers: HandOversView;
  now: string;
  accept: (view: PanelView) => void;
};

/** What this issue takes from its blockers, then what it gives to its successors. */
export function HandOvers({ handOvers, now, accept }: HandOversProps) {
  const { handOver: texts } = useTexts();
  const { gives, takes, mayAct } = handOvers;
  const common = { mayAct, now: Date.parse(now), accept };
  return (
    <section className="stack stack-tight" aria-label={texts.title}>
      <h3>{texts.title}</h3>
      {takes.map((view) => (
        <HandOverTaken key={view.otherId} view={view} {...common} />
      ))}
      {gives.map((view) => (
        <HandOverGiven key={view.otherId} view={view} {...common} />
      ))}
    </section>
  );
}
