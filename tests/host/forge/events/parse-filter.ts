import type { FilterNode } from './filter-tree';

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<text>'[^']*'|"[^"]*")|(?<word>[A-Za-z_]\w*)|(?<sign>=>|==|!=|<=|>=|&&|\|\||[<>!.,()[\]]))/y;

const MAX_LENGTH = 10_000;
const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='];

type Token = { kind: 'number' | 'text' | 'word' | 'sign'; text: string };

/**
 * Reads the subset of Jira expressions that event filters here are written in: literals, lists,
 * members, comparisons, && || !, includes(), some() and every(). Anything else throws with the
 * place, so that a filter is never half understood. ("Filtering Jira app events", Forge docs.)
 *
 * parseFilter("event.issue.fields.project.key == 'NET'").kind === 'compare'
 */
export function parseFilter(expression: string): FilterNode {
  if (expression.length > MAX_LENGTH) throw new Error('filter is longer than 10,000 characters');
  const reader = new FilterReader(expression);
  const tree = reader.either();
  reader.end();
  return tree;
}

class FilterReader {
  private readonly tokens: Token[];
  private at = 0;

  constructor(private readonly expression: string) {
    this.tokens = split(expression);
  }

  end(): void {
    if (this.at < this.tokens.length) this.fail();
  }

  either(): FilterNode {
    let left = this.both();
    while (this.take('||')) left = { kind: 'either', left, right: this.both() };
    return left;
  }

  private both(): FilterNode {
    let left = this.comparison();
    while (this.take('&&')) left = { kind: 'both', left, right: this.comparison() };
    return left;
  }

  private comparison(): FilterNode {
    const left = this.negation();
    const operator = this.tokens[this.at]?.text ?? '';
    if (this.tokens[this.at]?.kind !== 'sign' || !COMPARISONS.includes(operator)) return left;
    this.at += 1;
    return { kind: 'compare', operator, left, right: this.negation() };
  }

  private negation(): FilterNode {
    return this.take('!') ? { kind: 'not', of: this.negation() } : this.members();
  }

  private members(): FilterNode {
    let node = this.atom();
    for (;;) {
      if (this.take('.')) node = this.memberOrCall(node, this.word());
      else if (this.take('[')) {
        node = { kind: 'member', of: node, key: this.key() };
        this.expect(']');
      } else return node;
    }
  }

  private memberOrCall(of: FilterNode, name: string): FilterNode {
    if (!this.take('(')) return { kind: 'member', of, key: name };
    const node = this.call(of, name);
    this.expect(')');
    return node;
  }

  private call(of: FilterNode, method: string): FilterNode {
    if (method === 'includes') return { kind: 'includes', of, item: this.either() };
    if (method !== 'some' && method !== 'every') this.fail(`.${method}()`);
    const name = this.word();
    this.expect('=>');
    return { kind: method, of, name, test: this.either() };
  }

  private atom(): FilterNode {
    const token = this.next();
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'value', value: token.text.slice(1, -1) };
    if (token.kind === 'word') return named(token.text);
    if (token.text === '[') return this.list();
    if (token.text !== '(') this.fail(token.text);
    const inner = this.either();
    this.expect(')');
    return inner;
  }

  private list(): FilterNode {
    const items: FilterNode[] = [];
    while (!this.take(']')) {
      items.push(this.either());
      if (this.take(']')) break;
      this.expect(',');
    }
    return { kind: 'list', items };
  }

  private key(): string | number {
    const token = this.next();
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'text') return token.text.slice(1, -1);
    return this.fail(token.text);
  }

  private word(): string {
    const token = this.next();
    return token.kind === 'word' ? token.text : this.fail(token.text);
  }

  private next(): Token {
    const token = this.tokens[this.at] ?? this.fail('its end');
    this.at += 1;
    return token;
  }

  private take(sign: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) this.fail(`a missing ${sign}`);
  }

  private fail(what = this.tokens[this.at]?.text ?? 'its end'): never {
    throw new Error(`the local host does not model ${what} in the filter: ${this.expression}`);
  }
}

function named(word: string): FilterNode {
  if (word === 'true' || word === 'false') return { kind: 'value', value: word === 'true' };
  return word === 'null' ? { kind: 'value', value: null } : { kind: 'name', name: word };
}

function split(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const groups = TOKEN.exec(expression)?.groups;
    const found = Object.entries(groups ?? {}).find(([, text]) => text !== undefined);
    if (found === undefined)
      throw new Error(`cannot read the filter at: ${expression.slice(from)}`);
    tokens.push({ kind: found[0] as Token['kind'], text: found[1] });
  }
  return tokens;
}
