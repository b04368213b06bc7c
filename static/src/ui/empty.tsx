import type { ReactNode } from 'react';
import './empty.css';

/** Nothing there: what it means and what to do. */
export function Empty(props: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{props.title}</p>
      {props.text && <p>{props.text}</p>}
      {props.children}
    </div>
  );
}
