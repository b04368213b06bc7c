import type { LedgerView } from '../../../../src/contract/ledger';
import { labelLook } from './label-look';

const WIDTH = 1000;
const HEIGHT = 16;

/** The life of an issue from left to right. The tables below say the same to those who read them. */
export function LifeBar({ view }: { view: LedgerView }) {
  const start = Date.parse(view.entries[0]?.from ?? view.now);
  const scale = WIDTH / Math.max(1, view.lifeMs);
  return (
    <svg
      className="life-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {view.entries.map(({ from, to, label }) => (
        <rect
          key={from}
          className={labelLook(label, view)}
          x={(Date.parse(from) - start) * scale}
          y={label.kind === 'queue' ? HEIGHT / 2 : 0}
          width={(Date.parse(to) - Date.parse(from)) * scale}
          height={label.kind === 'queue' ? HEIGHT / 2 : HEIGHT}
        />
      ))}
    </svg>
  );
}
