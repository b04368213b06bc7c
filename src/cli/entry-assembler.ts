import Assembler from 'stream-json/assembler.js';

/** One piece of an export: an issue, or a value that stands beside the list of issues. */
export type ExportEntry =
  | { readonly kind: 'issue'; readonly issue: unknown }
  | { readonly kind: 'meta'; readonly key: string; readonly value: unknown };

export type Token = import('stream-json/parser.js').Token;

/** Puts the tokens of an export together: the list of issues, alone or in an object. */
export class EntryAssembler {
  issueCount = 0;
  readonly #value = new Assembler();
  #place: 'start' | 'list' | 'object' | 'end' = 'start';
  #isInObject = false;
  #key = '';

  /** The entries that these tokens complete. */
  *take(tokens: Iterable<Token>): Generator<ExportEntry> {
    for (const token of tokens) {
      if (this.#value.done && this.#isStructure(token)) continue;
      if (this.#place !== 'list' && this.#place !== 'object') continue;
      this.#value.consume(token);
      if (this.#value.done) yield this.#entry(this.#value.current);
    }
  }

  /** Follows the brackets and keys around the entries. */
  #isStructure(token: Token): boolean {
    const { name } = token;
    const isInObject = this.#place === 'object';
    if (this.#place === 'start') {
      this.#isInObject = name === 'startObject';
      const place = name === 'startArray' ? 'list' : 'end';
      this.#place = this.#isInObject ? 'object' : place;
    } else if (this.#place === 'list' && name === 'endArray') {
      this.#place = this.#isInObject ? 'object' : 'end';
    } else if (isInObject && name === 'keyValue') {
      this.#key = token.value;
    } else if (isInObject && name === 'endObject') {
      this.#place = 'end';
    } else if (isInObject && this.#key === 'issues' && name === 'startArray') {
      this.#place = 'list';
    } else {
      return false;
    }
    return true;
  }

  #entry(value: unknown): ExportEntry {
    if (this.#place === 'object') return { kind: 'meta', key: this.#key, value };
    this.issueCount += 1;
    return { kind: 'issue', issue: value };
  }
}
