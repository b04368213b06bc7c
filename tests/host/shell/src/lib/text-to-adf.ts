import type { AdfNode } from './adf-types';

/** Plain text as Jira's document format: one paragraph per line, e.g. "a\nb" becomes two paragraphs. */
export function textToAdf(text: string): AdfNode {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    type: 'doc',
    version: 1,
    content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}

/** The document's plain text, one line per block, for editing. */
export function adfToText(node: AdfNode | string | null | undefined): string {
  if (!node) return '';
  if (typeof node === 'string') return node;
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const inner = (node.content ?? []).map(adfToText);
  const blocks = ['doc', 'bulletList', 'orderedList', 'listItem', 'blockquote'];
  return inner.join(blocks.includes(node.type) ? '\n' : '');
}
