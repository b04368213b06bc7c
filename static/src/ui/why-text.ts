import type { WaitView } from '../../../src/contract/order-acts';
import { momentText } from '../i18n/moments';
import type { Viewer } from './viewer';

/** Why a blocker still holds, where its status does not say so itself. */
export function whyTexts(blocker: WaitView, now: number, viewer: Viewer): readonly string[] {
  const { why: words } = viewer.texts.order;
  const { why, insteadOf, heldBy } = blocker;
  return [
    ...whyOf(why, now, viewer),
    ...(insteadOf === null ? [] : [words.insteadOf(insteadOf)]),
    ...(heldBy === null ? [] : [words.heldBy(heldBy)]),
  ];
}

function whyOf(why: WaitView['why'], now: number, viewer: Viewer): readonly string[] {
  const { why: words } = viewer.texts.order;
  switch (why.kind) {
    case 'status':
      return [];
    case 'notReleasing':
      return [words.notReleasing(why.closedAs)];
    case 'lag':
      return [
        why.until === null
          ? words.lagNever
          : words.lag(momentText(Date.parse(why.until), now, viewer)),
      ];
    case 'returned':
      return [words.returned];
    case 'unknown':
      return [words.unknown[why.because]];
  }
}
