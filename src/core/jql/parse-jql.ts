import { JqlSyntaxError, type JqlToken, jqlTokens } from './jql-tokens';

export type JqlOperand =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'list'; readonly of: readonly JqlOperand[] };

/** `status not in (Open, Closed)`: operators are in lower case, with single spaces. */
export type JqlClause = {
  readonly kind: 'clause';
  readonly field: string;
  readonly operator: string;
  /** Null for operators of the history, whose predicates nobody here reads. */
  readonly operand: JqlOperand | null;
};

export type JqlNode =
  | { readonly kind: 'and' | 'or'; readonly of: readonly JqlNode[] }
  | { readonly kind: 'not'; readonly of: JqlNode }
  | JqlClause;

/**
 * Reads the conditions of a query. `was` and `changed` end the reading: what they ask needs the
 * index of Jira. Throws JqlSyntaxError naming what was expected, and where.
 *
 * `a = 1 or b = 2 and c = 3` is `or` of the first and of `and` of the others.
 */
export function parseJql(jql: string): JqlNode {
  const reader = new Reader(jqlTokens(jql));
  const node = reader.anyOf();
  reader.end();
  return node;
}

const KEYWORDS = new Set(
  'and or not empty null in is was changed order by after before during on from to'.split(' '),
);

/** Nobody writes so many brackets into each other, and the stack has an end. */
const MOST_DEPTH = 200;

class Reader {
  #next = 0;
  #depth = 0;

  constructor(readonly tokens: readonly JqlToken[]) {}

  anyOf(): JqlNode {
    return this.#joined('or', ['|', '||'], () =>
      this.#joined('and', ['&', '&&'], () => this.#one()),
    );
  }

  end(): void {
    if (this.#token.kind === 'end') return;
    if (this.#isWord('order')) throw new JqlSyntaxError('leave out ORDER BY, it selects nothing');
    throw this.#wrong('expected AND, OR or the end');
  }

  #joined(word: 'and' | 'or', signs: readonly string[], part: () => JqlNode): JqlNode {
    const of = [part()];
    while (this.#takeWord(word) || signs.some((sign) => this.#takeSign(sign))) of.push(part());
    return of.length === 1 ? (of[0] as JqlNode) : { kind: word, of };
  }

  #one(): JqlNode {
    const isNot = this.#takeWord('not') || this.#takeSign('!');
    if (!isNot && !this.#takeSign('(')) return this.#clause();
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) throw new JqlSyntaxError('NOT and brackets stand too deep');
    const inner = isNot ? this.#one() : this.anyOf();
    this.#depth -= 1;
    if (isNot) return { kind: 'not', of: inner };
    if (!this.#takeSign(')')) throw this.#wrong('expected AND, OR or )');
    return inner;
  }

  #clause(): JqlClause {
    const field = this.#text('a field');
    const operator = this.#operator();
    if (operator === 'changed' || operator.startsWith('was')) {
      this.#next = this.tokens.length - 1;
      return { kind: 'clause', field, operator, operand: null };
    }
    return { kind: 'clause', field, operator, operand: this.#operandOf(operator) };
  }

  #operandOf(operator: string): JqlOperand {
    if (operator === 'in' || operator === 'not in') {
      if (!this.#isSign('(') && !this.#isCall()) throw this.#wrong('expected a list in ( )');
      return this.#operand();
    }
    const isEmpty = this.#isWord('empty') || this.#isWord('null');
    if (operator.startsWith('is') && !isEmpty) throw this.#wrong('expected EMPTY or NULL');
    if (/^[<>]/.test(operator) && isEmpty) throw this.#wrong('expected a value');
    if (this.#isSign('(')) throw this.#wrong('expected a value');
    return this.#operand();
  }

  #operator(): string {
    const { kind, text } = this.#token;
    if (kind === 'sign' && /^(!?[=~]|[<>]=?)$/.test(text)) {
      this.#next += 1;
      return text;
    }
    if (this.#takeWord('changed')) return 'changed';
    if (this.#takeWord('was')) return 'was';
    if (this.#takeWord('is')) return this.#takeWord('not') ? 'is not' : 'is';
    if (this.#takeWord('in')) return 'in';
    if (this.#takeWord('not') && this.#takeWord('in')) return 'not in';
    throw this.#wrong('expected an operator like =, !=, in or is');
  }

  #operand(): JqlOperand {
    if (this.#takeSign('(')) {
      const of = this.#list();
      return { kind: 'list', of };
    }
    if (this.#takeWord('empty') || this.#takeWord('null')) return { kind: 'empty' };
    const isCall = this.#isCall();
    const text = this.#text('a value');
    if (!isCall) return { kind: 'value', text };
    this.#takeSign('(');
    if (!this.#takeSign(')')) this.#arguments();
    return { kind: 'function', name: text };
  }

  #arguments(): void {
    do this.#text('a value');
    while (this.#takeSign(','));
    if (!this.#takeSign(')')) throw this.#wrong('expected , or )');
  }

  #list(): JqlOperand[] {
    const of = [this.#operand()];
    while (this.#takeSign(',')) of.push(this.#operand());
    if (!this.#takeSign(')')) throw this.#wrong('expected , or )');
    return of;
  }

  #text(what: string): string {
    const { kind, text } = this.#token;
    const isText = kind === 'quoted' || (kind === 'word' && !KEYWORDS.has(text.toLowerCase()));
    if (!isText) throw this.#wrong(`expected ${what}`);
    this.#next += 1;
    return text;
  }

  get #token(): JqlToken {
    return this.tokens[this.#next] as JqlToken;
  }

  #isCall(): boolean {
    const after = this.tokens[this.#next + 1];
    return this.#token.kind === 'word' && after?.kind === 'sign' && after.text === '(';
  }

  #isSign(text: string): boolean {
    return this.#token.kind === 'sign' && this.#token.text === text;
  }

  #isWord(word: string): boolean {
    return this.#token.kind === 'word' && this.#token.text.toLowerCase() === word;
  }

  #takeSign(text: string): boolean {
    const isThere = this.#isSign(text);
    if (isThere) this.#next += 1;
    return isThere;
  }

  #takeWord(word: string): boolean {
    const isThere = this.#isWord(word);
    if (isThere) this.#next += 1;
    return isThere;
  }

  #wrong(expected: string): JqlSyntaxError {
    const { kind, text, at } = this.#token;
    const found = kind === 'end' ? 'the end' : `"${text}" at character ${at}`;
    return new JqlSyntaxError(`${expected}, found ${found}`);
  }
}
