const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

/**
 * Finds where one JSON value ends, without reading what it says: brackets are counted outside of
 * strings, which is all it takes. A value may come in any number of chunks; each byte is looked at
 * once, and only a value that crosses from one chunk to the next is copied.
 */
export class ValueScanner {
  #parts: Buffer[] = [];
  #isBare = false;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;

  /** The value begins at this byte; `scan` is to be called with it next. */
  begin(first: number): void {
    this.#parts = [];
    this.#depth = 0;
    this.#isInText = false;
    this.#isEscaped = false;
    this.#isBare = first !== OPEN_BRACE && first !== OPEN_BRACKET && first !== QUOTE;
  }

  /** Where the value ends in this chunk (the index after it), or -1 when it goes on in the next. */
  scan(chunk: Buffer, from: number): number {
    const end = this.#isBare ? bareEnd(chunk, from) : this.#end(chunk, from);
    if (end < 0) this.#parts.push(chunk.subarray(from));
    return end;
  }

  /** The value, once `scan` has found its end, or the file has ended. */
  value(chunk: Buffer, from: number, end: number): unknown {
    const last = chunk.subarray(from, end);
    const bytes = this.#parts.length === 0 ? last : Buffer.concat([...this.#parts, last]);
    return JSON.parse(bytes.toString('utf8'));
  }

  #end(chunk: Buffer, from: number): number {
    let depth = this.#depth;
    let position = from;
    if (this.#isInText) {
      position = this.#textEnd(chunk, from);
      if (position < 0) return -1;
      if (depth === 0) return position;
    }
    while (position < chunk.length) {
      const byte = chunk[position++] as number;
      if (byte === QUOTE) {
        position = this.#textEnd(chunk, position);
        if (position < 0) {
          this.#depth = depth;
          return -1;
        }
        if (depth === 0) return position;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        depth++;
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (--depth === 0) return position;
      }
    }
    this.#depth = depth;
    return -1;
  }

  /** The index after the quote that ends a string; -1 when it goes on in the next chunk. */
  #textEnd(chunk: Buffer, from: number): number {
    let position = this.#isEscaped ? from + 1 : from;
    for (; position < chunk.length; position++) {
      const byte = chunk[position] as number;
      if (byte === QUOTE) {
        this.#isInText = false;
        this.#isEscaped = false;
        return position + 1;
      }
      if (byte === BACKSLASH) position++;
    }
    this.#isInText = true;
    this.#isEscaped = position > chunk.length;
    return -1;
  }
}

/** Numbers, true, false and null end where the structure goes on; so does what is no JSON. */
function bareEnd(chunk: Buffer, from: number): number {
  for (let position = from; position < chunk.length; position++) {
    const byte = chunk[position] as number;
    const isStructure = byte === COMMA || byte === CLOSE_BRACKET || byte === CLOSE_BRACE;
    if (isStructure || byte === COLON || byte <= 0x20) return position;
  }
  return -1;
}
