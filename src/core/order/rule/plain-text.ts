/** Control characters, and the marks that change the writing direction of what follows. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * A name as people typed it, made safe to stand inside a sentence of ours: one line, no angle
 * brackets that something could take for markup, no direction marks that leak into the rest, at
 * most `longest` code points. A name in a right-to-left script is isolated, so that the text after
 * it stays in place.
 *
 * `<b>Anna</b>` = `‹b›Anna‹/b›`.
 */
export function plainText(name: string, longest: number): string {
  const line = name.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  const points = [...line.replaceAll('<', '‹').replaceAll('>', '›')];
  const short =
    points.length <= longest ? points.join('') : `${points.slice(0, longest - 1).join('')}…`;
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}
