/**
 * May a record of this list come twice? Jira's ids are numbers that only rise, or only fall, in
 * nearly every list, and then none does; else they have to be remembered one by one.
 */
export function mayRepeat(records: readonly unknown[]): boolean {
  let last = 0;
  let direction = 0;
  for (let index = 0; index < records.length; index++) {
    const id = numberOf(records[index]);
    if (Number.isNaN(id)) return true;
    if (index > 0) {
      const step = id > last ? 1 : -1;
      if (id === last || (direction !== 0 && direction !== step)) return true;
      direction = step;
    }
    last = id;
  }
  return false;
}

/** NaN for what has no id, and for an id that is not written in digits alone. */
function numberOf(record: unknown): number {
  if (typeof record !== 'object' || record === null) return Number.NaN;
  const { id } = record as { readonly id?: unknown };
  if (typeof id === 'string') return digitsOf(id);
  return typeof id === 'number' ? id : Number.NaN;
}

function digitsOf(text: string): number {
  let value = text.length === 0 ? Number.NaN : 0;
  for (let position = 0; position < text.length; position++) {
    const digit = text.charCodeAt(position) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
