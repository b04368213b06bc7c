import type { WaitView } from '../../../src/contract/order-acts';
import type { Texts } from '../i18n/en';
import { momentText, type Reader } from '../i18n/moments';

/** Whoever reads, and in which words. */
export type Speaker = Reader & { readonly texts: Texts };

/** Why a blocker still holds, where its status does not say so itself. */
export function whyTexts(blocker: WaitView, now: number, viewer: Speaker): readonly string[] {
  const { why: words } = viewer.texts.order;
  const { why, insteadOf, heldBy } = blocker;
  return [
    ...whyOf(why, now, viewer),
    ...(insteadOf === null ? [] : [words.insteadOf(insteadOf)]),
    ...(heldBy === null ? [] : [words.heldBy(heldBy)]),
  ];
}

function whyOf(why: WaitView['why'], now: number, viewer: Speaker): readonly string[] {
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
