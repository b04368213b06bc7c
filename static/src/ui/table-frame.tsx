import type { ReactNode } from 'react';
import './table.css';

/** A table that scrolls by itself when it is wider than the frame, also with the keyboard. */
export function TableFrame(props: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="table-frame" aria-label={props.label} tabIndex={0}>
      <table className="table">{props.children}</table>
    </section>
  );
}
