import { type ReactNode, useState } from 'react';

/** Shut until somebody opens it; what is inside is made, and asks for its answer, only then. */
export function Folded({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <div className="stack stack-tight">{children}</div>}
    </details>
  );
}
