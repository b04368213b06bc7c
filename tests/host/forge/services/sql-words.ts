/**
 * A statement reduced to what its grammar rests on: strings, quoted names and comments are
 * blanked, so that no word inside them is taken for a keyword.
 *
 * sqlWords("SELECT 'drop; table' FROM t -- x") // ['SELECT', '?', 'FROM', 'T']
 */
export function sqlWords(statement: string): string[] {
  return (
    bare(statement)
      .toUpperCase()
      .match(/[A-Z_][A-Z0-9_]*|->>|->|[^\sA-Z0-9_]/g) ?? []
  );
}

/** Does text follow the first statement's end? A trailing semicolon is one statement still. */
export function hasSecondStatement(statement: string): boolean {
  return /;\s*\S/.test(bare(statement));
}

const STRING = /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"/;
const QUOTED_NAME = /`[^`]*`/;
const COMMENT = /\/\*[\s\S]*?\*\/|--[^\n]*|#[^\n]*/;
/** In one pass, because each kind may hold the others' signs. */
const ANY = new RegExp([STRING, QUOTED_NAME, COMMENT].map(({ source }) => source).join('|'), 'g');

function bare(statement: string): string {
  return statement.replace(ANY, (found) => {
    if (found.startsWith('`')) return 'x';
    return found.startsWith("'") || found.startsWith('"') ? '?' : ' ';
  });
}
