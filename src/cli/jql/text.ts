/** The plain text of an Atlassian document or of a text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { text, content } = value as { text?: unknown; content?: unknown };
  const inner = Array.isArray(content) ? content.map(textOf).join(' ') : '';
  return typeof text === 'string' ? text + inner : inner;
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Jira's `~`: every word of the query stands somewhere in the text; `wor*` matches a beginning,
 * a quoted phrase must stand together. Case does not matter.
 */
export function textMatcher(query: string): (text: string) => boolean {
  const phrase = /^"(.*)"$/.exec(query.trim())?.[1];
  if (phrase !== undefined) {
    const sought = ` ${words(phrase).join(' ')} `;
    return (text) => ` ${words(text).join(' ')} `.includes(sought);
  }
  const terms = query.split(/\s+/).flatMap((term) => {
    const parts = words(term);
    return parts.map((part, i) => ({ part, open: term.endsWith('*') && i === parts.length - 1 }));
  });
  return (text) => {
    const found = words(text);
    return terms.every(({ part, open }) =>
      found.some((word) => (open ? word.startsWith(part) : word === part)),
    );
  };
}
