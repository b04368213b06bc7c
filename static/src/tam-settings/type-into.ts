/**
 * Puts another text into an editor as if somebody had typed what differs, so that the editor's own
 * undo takes it back. False when the browser cannot: then nothing has changed.
 */
export function typeInto(area: HTMLTextAreaElement, text: string): boolean {
  const { from, to, inserted } = whatDiffers(area.value, text);
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated, and still the only way that keeps the history of a text field.
  return document.execCommand('insertText', false, inserted) && area.value === text;
}

/** The one stretch of the old text that the new one replaces, and by what. */
export function whatDiffers(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly inserted: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < most - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, inserted: after.slice(from, after.length - tail) };
}
