/** A piece of a query; `at` counts its characters from 1, for people. */
export type JqlToken = {
  readonly kind: 'word' | 'quoted' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
};

/** What a query cannot be read for. */
export class JqlSyntaxError extends Error {}

const SIGN = /&&|\|\||!=|!~|<=|>=|[()=<>~!,&|]/y;
/** Without the characters that JQL reserves; `cf[10050]` and `issue.property[key].path` are words. */
const WORD = /cf\[\d+\]|(?!cf\[)[\w.]+\[[^\]\s]*\][\w.]*|[^\s()=<>~!,&|"'\\{}[\]*/%+^$#@?;]+/iy;
const QUOTED = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/sy;

/**
 * Splits a query into words, quoted texts and signs (Atlassian docs, "Advanced search reference:
 * JQL"). Throws JqlSyntaxError for a quote that is never closed and for
 * characters that JQL reserves.
 *
 * `labels = "a b"` is the word labels at 1, the sign = at 8, the quoted text a b at 10, and the end.
 */
export function jqlTokens(jql: string): JqlToken[] {
  const tokens: JqlToken[] = [];
  let from = 0;
  while (from < jql.length) {
    if (/\s/.test(jql.charAt(from))) {
      from += 1;
      continue;
    }
    const token = tokenAt(jql, from);
    tokens.push(token.token);
    from = token.end;
  }
  return [...tokens, { kind: 'end', text: '', at: jql.length + 1 }];
}

function tokenAt(jql: string, from: number): { token: JqlToken; end: number } {
  const at = from + 1;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = from;
    return pattern.exec(jql);
  };
  const sign = match(SIGN);
  if (sign !== null)
    return { token: { kind: 'sign', text: sign[0], at }, end: from + sign[0].length };
  const quoted = match(QUOTED);
  if (quoted !== null) {
    const text = unescaped(quoted[1] ?? quoted[2] ?? '');
    return { token: { kind: 'quoted', text, at }, end: from + quoted[0].length };
  }
  const word = match(WORD);
  if (word !== null)
    return { token: { kind: 'word', text: word[0], at }, end: from + word[0].length };
  const sought = jql.charAt(from);
  if (sought === '"' || sought === "'") {
    throw new JqlSyntaxError(`the quote at character ${at} is never closed`);
  }
  throw new JqlSyntaxError(`${sought} has to stand in quotes, at character ${at}`);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (whole, code?: string, sign = '') => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (!/[tnr\\"' ]/.test(sign)) throw new JqlSyntaxError(`${whole} means nothing in quotes`);
    return ESCAPES[sign] ?? sign;
  });
}
