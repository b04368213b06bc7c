/**
 * Remembers the ids of one list of records. Jira's ids are numbers that only rise, or only fall, in
 * nearly every list: as long as they do, none can come twice and comparing with the last is enough.
 */
export class SeenIds {
  readonly #ids: (string | number)[] = [];
  #last = 0;
  #direction: 'rising' | 'falling' | null = null;
  #all: Set<string> | null = null;

  /** Is it the first time? `'7'` and `7` are the same id. */
  add(id: string | number): boolean {
    if (this.#all !== null) return this.#addToAll(id);
    const number = typeof id === 'number' ? id : digitsOf(id);
    if (!this.#goesOn(number)) {
      this.#all = new Set(this.#ids.map(String));
      return this.#addToAll(id);
    }
    this.#ids.push(id);
    this.#last = number;
    return true;
  }

  #goesOn(number: number): boolean {
    if (this.#ids.length === 0) return !Number.isNaN(number);
    const direction = number > this.#last ? 'rising' : number < this.#last ? 'falling' : null;
    if (this.#direction === null) this.#direction = direction;
    return direction !== null && direction === this.#direction;
  }

  #addToAll(id: string | number): boolean {
    const all = this.#all as Set<string>;
    const before = all.size;
    return all.add(String(id)).size > before;
  }
}

/** NaN for what is not written in digits alone. */
function digitsOf(text: string): number {
  let value = text.length === 0 ? Number.NaN : 0;
  for (let position = 0; position < text.length; position++) {
    const digit = text.charCodeAt(position) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
