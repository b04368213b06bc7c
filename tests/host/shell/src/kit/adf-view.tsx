import { Fragment, type ReactNode } from 'react';
import type { AdfMark, AdfNode } from '../lib/adf-types';

function marked(text: ReactNode, mark: AdfMark): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{text}</strong>;
    case 'em':
      return <em>{text}</em>;
    case 'code':
      return <code>{text}</code>;
    case 'strike':
      return <s>{text}</s>;
    case 'underline':
      return <u>{text}</u>;
    case 'link':
      return <a href={String(mark.attrs?.href ?? '#')}>{text}</a>;
    default:
      return text;
  }
}

function inner(node: AdfNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a document has no ids and is replaced as a whole
  return (node.content ?? []).map((child, index) => <Node key={index} node={child} />);
}

function textOfAttrs(node: AdfNode): string {
  const attrs = node.attrs ?? {};
  return String(attrs.text ?? attrs.shortName ?? attrs.url ?? '');
}

function Node({ node }: { node: AdfNode }) {
  switch (node.type) {
    case 'text':
      return <>{(node.marks ?? []).reduce<ReactNode>(marked, node.text ?? '')}</>;
    case 'paragraph':
      return <p>{inner(node)}</p>;
    case 'heading':
      return <h3>{inner(node)}</h3>;
    case 'bulletList':
      return <ul>{inner(node)}</ul>;
    case 'orderedList':
      return <ol>{inner(node)}</ol>;
    case 'listItem':
      return <li>{inner(node)}</li>;
    case 'codeBlock':
      return <pre>{inner(node)}</pre>;
    case 'blockquote':
    case 'panel':
      return <blockquote>{inner(node)}</blockquote>;
    case 'rule':
      return <hr />;
    case 'hardBreak':
      return <br />;
    case 'inlineCard':
      return <a href={textOfAttrs(node)}>{textOfAttrs(node)}</a>;
    case 'mention':
    case 'emoji':
      return <span className="adf-mention">{textOfAttrs(node)}</span>;
    default:
      return <Fragment>{inner(node)}</Fragment>;
  }
}

/** Shows Jira's document format; older exports hold plain text, which is shown as it is. */
export function AdfView({ value }: { value: AdfNode | string }) {
  return (
    <div className="adf">
      {typeof value === 'string' ? <p className="adf-plain">{value}</p> : <Node node={value} />}
    </div>
  );
}
