import { type ReactNode, useEffect, useRef } from 'react';

type PopoverProps = { label: string; children: ReactNode };

/** A part of the host bar that opens upwards; a click elsewhere closes it. */
export function Popover({ label, children }: PopoverProps) {
  const root = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (root.current && !root.current.contains(event.target as Node)) root.current.open = false;
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, []);
  return (
    <details className="host-popover" ref={root}>
      <summary>{label}</summary>
      <div className="host-popover-content">{children}</div>
    </details>
  );
}
