import type { WhatIfView } from '../../../../src/contract/what-if';
import { useTexts } from '../../ui/viewer';
import { useDay } from './use-day';

/** When everything would be done: now, and with the moves. */
export function EndText({ view: { base, end } }: { view: WhatIfView }) {
  const { whatIf: texts } = useTexts();
  const day = useDay();
  const { before, after } = end;
  if (after === null) return <p>{texts.noEnd}</p>;
  if (base === null) return <p>{texts.endNow(day(after))}</p>;
  if (before === null || before === after) return <p>{texts.endStays(day(after))}</p>;
  return (
    <p>
      <strong>{texts.end(day(before), day(after))}</strong>
    </p>
  );
}
