import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

type MenuProps = {
  label: string;
  trigger: ReactNode;
  triggerClass: string;
  children: (close: () => void) => ReactNode;
  onOpen?: () => void;
  align?: 'left' | 'right';
};

function moveFocus(menu: HTMLElement, step: number): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  if (items.length === 0) return;
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 && step < 0 ? items.length - 1 : at + step;
  items[(next + items.length) % items.length]?.focus();
}

/** A button that opens a menu: arrows move, Escape closes and gives the focus back. */
export function Menu({
  label,
  trigger,
  triggerClass,
  children,
  onOpen,
  align = 'left',
}: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    menu.current?.focus();
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen]);

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moveFocus(event.currentTarget, step);
  };
  const toggle = () => {
    if (!isOpen) onOpen?.();
    setIsOpen(!isOpen);
  };
  return (
    <div className="menu-root" ref={root}>
      <button
        type="button"
        ref={button}
        className={triggerClass}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {trigger}
      </button>
      {isOpen && (
        <div
          ref={menu}
          className={`menu menu-${align}`}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onKey}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

type MenuItemProps = { onSelect: () => void; children: ReactNode };

export function MenuItem({ onSelect, children }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" className="menu-item" onClick={onSelect}>
      {children}
    </button>
  );
}
