import { ValueScanner } from './value-scanner';

/** One piece of an export: an issue, or a value that stands beside the list of issues. */
export type ExportEntry =
  | { readonly kind: 'issue'; readonly issue: unknown }
  | { readonly kind: 'meta'; readonly key: string; readonly value: unknown };

type Place =
  | 'value'
  | 'firstValue'
  | 'inValue'
  | 'afterValue'
  | 'key'
  | 'firstKey'
  | 'colon'
  | 'end';

const [QUOTE, COMMA, COLON] = [0x22, 0x2c, 0x3a];
const [OPEN_BRACE, CLOSE_BRACE] = [0x7b, 0x7d];
const [OPEN_BRACKET, CLOSE_BRACKET] = [0x5b, 0x5d];

/**
 * Splits the bytes of an export into its entries: the list of issues, alone or in an object. Only
 * the structure around the entries is read here; each entry goes through JSON.parse in one piece,
 * which is many times faster than putting it together from tokens. Throws SyntaxError.
 */
export class EntrySplitter {
  issueCount = 0;
  readonly #scanner = new ValueScanner();
  #place: Place = 'value';
  /** What is open around the present place; the list of issues may stand in an object. */
  readonly #open: ('object' | 'list')[] = [];
  #isKey = false;
  #key = '';

  /** The entries that this chunk completes. */
  take(chunk: Buffer): ExportEntry[] {
    const entries: ExportEntry[] = [];
    let position = 0;
    while (position < chunk.length) {
      if (this.#place !== 'inValue') {
        const byte = chunk[position] as number;
        if (isSpace(byte) || !this.#step(byte)) {
          position++;
          continue;
        }
        this.#scanner.begin(byte);
      }
      const end = this.#scanner.scan(chunk, position);
      if (end < 0) break;
      this.#finish(this.#scanner.value(chunk, position, end), entries);
      position = end;
    }
    return entries;
  }

  /** The file has ended. */
  end(): ExportEntry[] {
    const entries: ExportEntry[] = [];
    if (this.#place === 'inValue') {
      this.#finish(this.#scanner.value(Buffer.alloc(0), 0, 0), entries);
    }
    if (this.#place !== 'end') throw new SyntaxError('it ends too early');
    return entries;
  }

  /** Reads a byte of the structure; true when a value begins with it. */
  #step(byte: number): boolean {
    if (this.#closes(byte)) {
      this.#open.pop();
      this.#place = this.#open.length === 0 ? 'end' : 'afterValue';
      return false;
    }
    switch (this.#place) {
      case 'firstValue':
      case 'value':
        return this.#beginValue(byte);
      case 'firstKey':
      case 'key':
        if (byte !== QUOTE) throw unexpected(byte);
        this.#isKey = true;
        this.#place = 'inValue';
        return true;
      case 'colon':
        if (byte !== COLON) throw unexpected(byte);
        this.#place = 'value';
        return false;
      case 'afterValue':
        if (byte !== COMMA) throw unexpected(byte);
        this.#place = this.#open.at(-1) === 'list' ? 'value' : 'key';
        return false;
      default:
        throw unexpected(byte);
    }
  }

  #closes(byte: number): boolean {
    const place = this.#place;
    if (place !== 'firstValue' && place !== 'firstKey' && place !== 'afterValue') return false;
    return byte === (this.#open.at(-1) === 'list' ? CLOSE_BRACKET : CLOSE_BRACE);
  }

  /** The list of issues is gone into; every other value is taken whole. */
  #beginValue(byte: number): boolean {
    const inside = this.#open.at(-1);
    const isTop = inside === undefined;
    if (byte === OPEN_BRACE && isTop) {
      this.#open.push('object');
      this.#place = 'firstKey';
      return false;
    }
    if (byte === OPEN_BRACKET && (isTop || (inside === 'object' && this.#key === 'issues'))) {
      this.#open.push('list');
      this.#place = 'firstValue';
      return false;
    }
    this.#place = 'inValue';
    return true;
  }

  #finish(value: unknown, entries: ExportEntry[]): void {
    if (this.#isKey) {
      this.#isKey = false;
      this.#key = value as string;
      this.#place = 'colon';
      return;
    }
    const inside = this.#open.at(-1);
    this.#place = inside === undefined ? 'end' : 'afterValue';
    if (inside === 'list') {
      this.issueCount += 1;
      entries.push({ kind: 'issue', issue: value });
    } else if (inside === 'object') {
      entries.push({ kind: 'meta', key: this.#key, value });
    }
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function unexpected(byte: number): SyntaxError {
  return new SyntaxError(`Unexpected token ${String.fromCharCode(byte)}`);
}
